using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// Whom a date would help, with a box each. Who is chosen goes along in the address from page to page and from one search to the next,
/// until all of them are checked and booked together.
/// </summary>
[Allow(Permission.BookPlaces)]
public sealed class ColleaguesModel(DateForColleagues dates, ColleaguesToTrain colleagues, ChosenColleagues chosen, Viewer viewer)
    : LoadedPageModel<DateForColleagues.Details>
{
    // Those of a full page, ticked beside as many as may be chosen, are still there to be taken away.
    private const int MostCarried = BookColleagues.MostAtOnce + Page<ColleaguesToTrain.Row>.Size;

    [FromRoute] public Id<CourseRun> RunId { get; set; }
    [FromQuery] public Id<Agency>? Agency { get; set; }
    [FromQuery] public bool Everyone { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty(SupportsGet = true), UpTo(200, What = "Name")] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public List<Id<StaffMember>> Chosen { get; set; } = [];

    /// <summary>Who is to be chosen no more.</summary>
    [BindProperty] public Id<StaffMember>? Without { get; set; }

    public DateForColleagues.Details Date => Loaded;
    public Page<ColleaguesToTrain.Row> Found { get; private set; } = new([], 1, 0);
    public IReadOnlyList<ChosenColleagues.Row> SoFar { get; private set; } = [];
    public IEnumerable<Id<StaffMember>> ChosenElsewhere => SoFar.Select(c => c.Id).Except(Found.Rows.Select(r => r.Id));
    public IReadOnlyList<Choice> Agencies => [.. Date.Agencies.Select(a => new Choice($"{a.Id}", a.Name))];
    public IReadOnlyList<Choice> Colleagues => [.. Found.Rows.Select(AsChoice)];
    public string Places => $"{Words.Count(Date.Free, "place")} free for this agency"
        + (Date.Waiting == 0 ? "" : $", {Words.Count(Date.Waiting, "person waits", "people wait")} for one");

    /// <summary>Where the form goes to be checked.</summary>
    public string Here => Request.With(("handler", null), ("Search", null), ("Chosen", null), ("page", Found.Number));

    /// <summary>Where the form goes to show others, with those chosen.</summary>
    public string ToPage(int number) => ToPage(number, Everyone);

    public string ToPage(int number, bool everyone) => Request.With(
        ("handler", "Show"), ("Search", null), ("Chosen", null), ("Everyone", everyone ? "true" : null), ("page", number));

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
        if (Date is not { Agency: { } agency, WhyNot: null }) return true;
        Found = await colleagues.RunAsync(viewer, Date.Run, agency, new(Search, Everyone, Number), cancel);
        SoFar = await chosen.RunAsync(viewer, Date.Run, agency, [.. Chosen.Distinct().Take(MostCarried)], cancel);
        return true;
    }

    public void OnGet()
    {
    }

    /// <summary>Shows other people, or the same without one of the chosen.</summary>
    public IActionResult OnPostShow()
    {
        RefuseTooMany();
        return LocalRedirect(Request.With([
            ("handler", null), ("Search", Search), ("page", Number > 1 ? Number : null), ("Chosen", null),
            .. SoFar.Where(c => c.Id != Without).Select(c => ("Chosen", (object?)c.Id)),
        ]));
    }

    public IActionResult OnPost()
    {
        RefuseTooMany();
        if (Date.Agency is not { } agency) throw new Refused("Choose an agency", nameof(Agency));
        if (SoFar.Count == 0) throw new Refused("Select who you book for", nameof(Chosen));
        return RedirectToPage("CheckColleagues", new { RunId, agency, chosen = SoFar.Select(c => $"{c.Id}").ToArray() });
    }

    private void RefuseTooMany()
    {
        this.StopIfInvalid();
        if (SoFar.Count(c => c.Id != Without) > BookColleagues.MostAtOnce)
            throw new Refused($"Select up to {BookColleagues.MostAtOnce} people at a time", nameof(Chosen));
    }
}
