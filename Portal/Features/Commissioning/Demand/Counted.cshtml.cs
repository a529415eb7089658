using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class CountedModel(CountedInDemand counted, Viewer viewer) : LoadedPageModel<CountedInDemand.Found>
{
    [BindProperty(SupportsGet = true)] public CountedInDemand.Figure Figure { get; set; }
    [BindProperty(SupportsGet = true)] public int Level { get; set; } = 1;
    [BindProperty(SupportsGet = true)] public int Month { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Agency>? Agency { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public CountedInDemand.Found Found => Loaded;

    /// <summary>"18 people are below Level 2 on 30 June 2027, if nobody trains."</summary>
    public string Sentence
    {
        get
        {
            var level = $"Level {Found.Level.Code}";
            return Figure switch
            {
                CountedInDemand.Figure.Below => $"{Words.Count(Found.Count, "person is", "people are")} below {level} on"
                    + $" {Words.Day(Found.Until)}{(Month > 0 ? ", if nobody trains" : "")}.",
                CountedInDemand.Figure.Started => $"{People} who need {level} today did not a year ago.",
                CountedInDemand.Figure.Left => $"{People} who needed {level} a year ago do not today.",
                CountedInDemand.Figure.Booked => $"{People} below {level} on {Words.Day(Found.Until)} have a place on a date up to then.",
            };
        }
    }

    /// <summary>How those are counted who work for two agencies, or went from one to another.</summary>
    public string Besides => (Figure, Found.Agency) switch
    {
        (CountedInDemand.Figure.Started, not null) => "Whoever came from another agency is among them.",
        (CountedInDemand.Figure.Left, not null) => "Whoever went to another agency is among them.",
        (_, not null) => "",
        (CountedInDemand.Figure.Started or CountedInDemand.Figure.Left, _) => "Whoever works for two agencies counts in both. Whoever "
            + "moved from one of these agencies to another counts only where one is looked at alone.",
        _ => "Whoever works for two agencies counts in both.",
    };

    private string People => Words.Count(Found.Count, "person", "people");

    protected override Task<CountedInDemand.Found?> FindAsync(CancellationToken cancel) =>
        counted.RunAsync(viewer, new(Figure, Level, Month, new(Type, Agency)), Number, cancel);
}
