using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Inviting;

/// <summary>
/// The people of an agency, with a box each. Who is chosen goes along in the address from page to page and from one search to the next,
/// until all of them are checked and invited together.
/// </summary>
[Allow(Permission.InviteStaff)]
public sealed class ChooseModel(StaffToInvite staff, Viewer viewer) : LoadedPageModel
{
    [FromQuery] public bool Everyone { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    [BindProperty(SupportsGet = true), UpTo(200, What = "Name")] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public List<Id<StaffMember>> Chosen { get; set; } = [];

    /// <summary>Who is to be chosen no more.</summary>
    [BindProperty] public Id<StaffMember>? Without { get; set; }

    /// <summary>All of this page are chosen.</summary>
    [BindProperty] public bool All { get; set; }

    public Page<StaffToInvite.Row> Found { get; private set; } = new([], 1, 0);
    public IReadOnlyList<StaffToInvite.Row> SoFar { get; private set; } = [];
    public IEnumerable<Id<StaffMember>> ChosenElsewhere => SoFar.Select(c => c.Id).Except(Found.Rows.Select(r => r.Id));
    public IReadOnlyList<Choice> People => [.. Found.Rows.Select(r => new Choice($"{r.Id}", $"{r.Name}, {r.Jobs}")
    {
        Hint = r.Note ?? r.Email, Disabled = r.WhyNot is not null,
    })];

    /// <summary>Where the form goes to be checked.</summary>
    public string Here => Request.With(("handler", null), ("Search", null), ("Chosen", null), ("page", Found.Number));

    /// <summary>Where the form goes to show others, with those chosen.</summary>
    public string ToPage(int number) => ToPage(number, Everyone);

    public string ToPage(int number, bool everyone) => Request.With(
        ("handler", "Show"), ("Search", null), ("Chosen", null), ("Everyone", everyone ? "true" : null), ("page", number));

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Found = await staff.RunAsync(viewer, new(Search, Everyone, Number), cancel);
        var chosen = Chosen.Distinct().Take(InviteStaff.MostAtOnce + Page<StaffToInvite.Row>.Size).ToList();
        SoFar = chosen.Count == 0 ? []
            : [.. (await staff.RunAsync(viewer, new(Only: chosen), cancel)).Rows.Where(r => r.WhyNot is null)];
        return true;
    }

    public void OnGet()
    {
    }

    /// <summary>Shows other people, or the same with all or without one of the chosen.</summary>
    public IActionResult OnPostShow()
    {
        var chosen = SoFar.Select(c => c.Id).Where(id => id != Without)
            .Union(All ? Found.Rows.Where(r => r.WhyNot is null).Select(r => r.Id) : []).ToList();
        RefuseMoreThanMost(chosen.Count);
        return LocalRedirect(Request.With([
            ("handler", null), ("Search", Search), ("page", Number > 1 ? Number : null), ("Chosen", null),
            .. chosen.Select(id => ("Chosen", (object?)id)),
        ]));
    }

    public IActionResult OnPost()
    {
        RefuseMoreThanMost(SoFar.Count);
        if (SoFar.Count == 0) throw new Refused("Select whom you invite", nameof(Chosen));
        return RedirectToPage("CheckInvitations", new { chosen = SoFar.Select(c => $"{c.Id}").ToArray() });
    }

    private void RefuseMoreThanMost(int chosen)
    {
        this.StopIfInvalid();
        if (chosen > InviteStaff.MostAtOnce)
            throw new Refused($"Select up to {InviteStaff.MostAtOnce} people at a time", nameof(Chosen));
    }
}
