namespace Portal.Data.Seeding;

/// <summary>The defaults of a partnership as its rows.</summary>
public static class SeededRows
{
    public static IEnumerable<TrainingCommitment> CommitmentsOf(this SeedFiles seeds, Id<Partnership> partnershipId) =>
        seeds.Commitments.Select(c => new TrainingCommitment
        {
            PartnershipId = partnershipId, Number = c.Number, From = c.From, Title = c.Title, Text = string.Join('\n', c.Undertakings),
        });

    public static IEnumerable<DefaultQuestion> QuestionsOf(this SeedFiles seeds, Id<Partnership> partnershipId) =>
        seeds.Questions.Select((q, index) => new DefaultQuestion
        {
            PartnershipId = partnershipId, Code = q.Code, Number = index + 1, Kind = q.Kind, Text = q.Text, Hint = q.Hint,
            Descriptors = q.Descriptors is null ? null : string.Join('\n', q.Descriptors),
        });

    /// <summary>In force from the day of the resolution that asks agencies to work with the partnership when they commission.</summary>
    public static IEnumerable<Clause> ClausesOf(this SeedFiles seeds, Id<Partnership> partnershipId) => seeds.Clauses.Select(c =>
        Clause.InForceFrom(partnershipId, c.Code, c.ShortName, c.Wording, c.Source, c.Rule, c.Asks, new(2016, 12, 6)));

    public static IEnumerable<UsualPrice> PricesOf(this SeedFiles seeds, Id<Partnership> partnershipId) =>
        seeds.Costs.Select(c => new UsualPrice
        {
            PartnershipId = partnershipId, Kind = c.Kind, Price = c.Pounds is { } pounds ? Money.OfPounds(pounds) : null, Basis = c.Basis,
        });
}
