namespace Portal.Data;

/// <summary>Who answers for an agency: its training leads and its executive leads.</summary>
public sealed record LeadsOfAgency(IReadOnlyList<PeopleOf.Person> Training, IReadOnlyList<PeopleOf.Person> Executive)
{
    /// <summary>Who is asked for a return: the training leads, or the executive leads while there is none.</summary>
    public IReadOnlyList<PeopleOf.Person> Asked() => Training.Count > 0 ? Training : Executive;

    /// <summary>Who can sign: not whoever sent it.</summary>
    public IReadOnlyList<PeopleOf.Person> Signers(Id<User>? sentBy) => [.. Executive.Where(p => p.Id != sentBy)];

    /// <summary>The leads of each agency; nobody where there is none.</summary>
    public sealed class ByAgency(IEnumerable<PeopleOf.Person> leads)
    {
        private readonly ILookup<(Id<Agency>?, Role), PeopleOf.Person> leads = leads.ToLookup(p => (p.AgencyId, p.Role));

        public LeadsOfAgency this[Id<Agency> agency] => new(In(agency, Role.TrainingLead), In(agency, Role.ExecutiveLead));

        private List<PeopleOf.Person> In(Id<Agency> agency, Role role) => [.. leads[(agency, role)].DistinctBy(p => p.Id)];
    }
}
