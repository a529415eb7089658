using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Features.Standards.Talking;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards;

[Allow(Permission.ReadFlags)]
public sealed class FlagModel(FlagProof proof, FlagEditions editions, FlagTalk talk, Viewer viewer, UkClock clock) : LoadedPageModel
{
    private const int MovesShown = 24;

    [FromRoute] public Id<Flag> FlagId { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public FlagProof.Details Proof { get; private set; } = null!;
    public IReadOnlyList<FlagEditions.Row> Editions { get; private set; } = [];
    public FlagTalk.Found Talk { get; private set; } = null!;
    public bool MayWrite => viewer.May(Permission.GovernAgencies, Flag.AgencyId);
    public bool MayAnswer => viewer.May(Permission.AnswerFlags, Flag.AgencyId);
    public bool IsWaived => Flag.IsWaivedOn(clock.Today);
    public bool MayInvite => viewer.May(Permission.ManagePeople);
    public bool MayReadStaff => viewer.May(Permission.ReadStaff, Flag.AgencyId);
    public bool MayReadEditions => viewer.May(Permission.ReadEditions);

    public bool MayBook => viewer.May(Permission.BookPlaces, Flag.AgencyId);

    public Flag Flag => Proof.Flag;

    /// <summary>"Trained to the level the job needs, level 2".</summary>
    public string Standard => $"{Proof.Standard.ShortName}{(Proof.LevelCode is { } code ? $", level {code}" : "")}";

    public string Story => Flag.ClosedOn is { } closed
        ? $"Closed on {closed.Words()}, {Words.Number(Flag.AgeInDays(closed))} days after it was first seen. {Flag.ClosedBecause}."
        : $"Open since {Flag.FirstSeenOn.Words()} ({Flag.FirstSeenOn.DistanceFrom(clock.Today)}), the {Time} time for this agency.";

    public Share Counted => new(Proof.Count.Standing.Numerator, Proof.Count.Standing.Denominator);
    public string CountedOn => (Flag.ClosedOn?.AddDays(-1) ?? Proof.Count.EvaluatedOn ?? clock.Today).Words();

    public string CountedFrom => Proof switch
    {
        { Behind.Turns: true } => $"the agency’s staff list, last confirmed {Confirmed}, and verified training records",
        { Return: not null } => "the agency’s skill-gap assessment",
        _ => "the agency’s own filings in this portal",
    };

    private string Time => Flag.Occurrence > 1 ? FlagWords.Nth(Flag.Occurrence) : "first";
    private string Confirmed => Proof.StaffListConfirmedOn is { } day ? $"on {day.Words()}" : "never";

    /// <summary>
    /// Each standing since it was first seen, the newest first. Of very many the last of each month is shown, and the first of all.
    /// </summary>
    public IReadOnlyList<DotPlot.Row> Moves => [.. Shown.Select(s => new DotPlot.Row(
        (s.From > Flag.FirstSeenOn ? s.From : Flag.FirstSeenOn).Words(), s.Outcome,
        s.Denominator > 0 ? new Share(s.Numerator, s.Denominator) : null, Note: s.Note))];

    public bool ShowsMonths => Proof.Count.History.Count > MovesShown;

    private IEnumerable<FlagProof.Step> Shown => !ShowsMonths ? Proof.Count.History
        : Proof.Count.History.GroupBy(s => (s.From.Year, s.From.Month)).Select(month => month.First()).Union([Proof.Count.History[^1]]);

    public static string PlacesBooked(FlagPlaces.Found places) => places switch
    {
        { Needed: 0 } => "As many people as it takes hold the level today.",
        { Last: null } =>
            $"It takes {Words.Count(places.Needed, "more person", "more people")} at this level, and nobody has a place on a course.",
        { CanBeEnough: true } => $"It takes {Words.Count(places.Needed, "more person", "more people")} at this level, and "
            + $"{places.Booked} {(places.Booked == 1 ? "has" : "have")} a place on a course, the last until "
            + $"{places.Last.Value.Words()}. That can be enough.",
        _ => $"It takes {Words.Count(places.Needed, "more person", "more people")} at this level, and {places.Booked} "
            + $"{(places.Booked == 1 ? "has" : "have")} a place on a course, the last until {places.Last.Value.Words()}. "
            + $"That cannot be enough: book at least {places.Needed - places.Booked} more.",
    };

    public static string Meeting(FlagEditions.Row edition) =>
        $", for the meeting on {edition.MeetingOn.Words()}{(edition.State == EditionState.Superseded ? $", {edition.State.Words()}" : "")}";

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await proof.RunAsync(viewer, FlagId, Number, cancel) is not { } details) return false;
        (Proof, Editions) = (details, await editions.RunAsync(viewer, details.Flag, cancel));
        Talk = await talk.RunAsync(viewer, details.Flag, cancel);
        return true;
    }
}
