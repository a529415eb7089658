using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Invents what an agency has filed: its training strategies, each approved by the other lead, and its
/// signature under the commitment.
/// </summary>
internal sealed class Filings(Dice dice, DateOnly programme, DateOnly today)
{
    public List<TrainingStrategy> Strategies { get; } = [];
    public List<CommitmentSignature> Signatures { get; } = [];

    public void Of(Agency agency, AgencySeed seed, Id<User> trainingLead, Id<User> executiveLead)
    {
        DateOnly? review = seed.Story.Strategy switch
        {
            StrategyStory.InDate => today.AddDays(dice.Between(120, 540)),
            StrategyStory.Expiring => today.AddDays(dice.Between(12, 26)),
            StrategyStory.Expired => today.AddDays(-dice.Between(40, 75)),
            StrategyStory.Missing => null,
        };
        // Each strategy runs for two years and is filed some weeks before the one before it runs out, back to the first.
        for (DateOnly? until = review; until is { } ends;)
        {
            var filed = ends.AddMonths(-24) > programme.AddDays(60) ? ends.AddMonths(-24) : programme.AddDays(dice.Between(5, 60));
            File(agency, filed, ends, trainingLead, executiveLead);
            until = filed > programme.AddDays(60) ? filed.AddDays(dice.Between(25, 70)) : null;
        }
        if (seed.Story.Commitment) Sign(agency);
    }

    private void File(Agency agency, DateOnly filed, DateOnly review, Id<User> trainingLead, Id<User> executiveLead)
    {
        var strategy = new TrainingStrategy
        {
            Id = dice.Id<TrainingStrategy>(), PartnershipId = agency.PartnershipId, AgencyId = agency.Id,
            Title = $"Training strategy {filed.Year} to {review.Year}", FiledOn = filed, FiledBy = trainingLead, ReviewOn = review,
        };
        strategy.Approve(executiveLead, filed.AddDays(dice.Between(1, 10)));
        Strategies.Add(strategy);
    }

    private void Sign(Agency agency) => Signatures.Add(new CommitmentSignature
    {
        Id = dice.Id<CommitmentSignature>(), PartnershipId = agency.PartnershipId, AgencyId = agency.Id, CommitmentNumber = 1,
        SignedOn = programme.AddDays(dice.Between(20, 700)),
        SignatoryOffice = agency.Type switch
        {
            AgencyType.Council => "Director",
            AgencyType.ElectedMembers => "Leader of the council",
            AgencyType.Police => "Borough commander",
            AgencyType.Fire => "Borough commander",
            AgencyType.Probation => "Head of unit",
            AgencyType.Education => "Executive headteacher",
            AgencyType.Health or AgencyType.Housing or AgencyType.Voluntary or AgencyType.Specialist => "Chief executive",
        },
        Undertaking = "We train our staff to the level their work needs, and say openly where we have not yet done so.",
    });
}
