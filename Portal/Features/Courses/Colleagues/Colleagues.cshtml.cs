using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>Whom a date would help, with a box each.</summary>
[Allow(Permission.BookPlaces)]
public sealed class ColleaguesModel(DateForColleagues dates, ColleaguesToTrain colleagues, Viewer viewer)
    : LoadedPageModel<DateForColleagues.Details>
{
    [FromRoute] public Id<CourseRun> RunId { get; set; }
    [FromQuery] public Id<Agency>? Agency { get; set; }
    [FromQuery] public string? Search { get; set; }
    [FromQuery] public bool Everyone { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty] public List<Id<StaffMember>> Chosen { get; set; } = [];

    public DateForColleagues.Details Date => Loaded;
    public Page<ColleaguesToTrain.Row> Found { get; private set; } = new([], 1, 0);
    public IReadOnlyList<Choice> Agencies => [.. Date.Agencies.Select(a => new Choice($"{a.Id}", a.Name))];
    public IReadOnlyList<Choice> Colleagues => [.. Found.Rows.Select(AsChoice)];
    public string Places => $"{Words.Count(Date.Free, "place")} free for this agency"
        + (Date.Waiting == 0 ? "" : $", {Words.Count(Date.Waiting, "person waits", "people wait")} for one");

    /// <summary>One person as an answer: what they need it for, or why they cannot come.</summary>
    internal static Choice AsChoice(ColleaguesToTrain.Row row) => new($"{row.Id}", $"{row.Name}, {row.Jobs}")
    {
        Hint = row.WhyNot is null ? row.Why : $"{row.Why}. Cannot be booked: {row.WhyNot}", Disabled = row.WhyNot is not null,
    };

    protected override Task<DateForColleagues.Details?> FindAsync(CancellationToken cancel) =>
        dates.RunAsync(viewer, RunId, Agency, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (Date is { Agency: { } agency, WhyNot: null })
            Found = await colleagues.RunAsync(viewer, Date.Run, agency, new(Search, Everyone, Number), cancel);
        return true;
    }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        this.StopIfInvalid();
        if (Date.Agency is not { } agency) throw new Refused("Choose an agency", nameof(Agency));
        if (Chosen.Count == 0) throw new Refused("Select who you book for", nameof(Chosen));
        if (Chosen.Count > BookColleagues.MostAtOnce)
            throw new Refused($"Select up to {BookColleagues.MostAtOnce} people at a time", nameof(Chosen));
        return RedirectToPage("CheckColleagues", new { RunId, agency, chosen = Chosen.Select(c => $"{c}").ToArray() });
    }
}
