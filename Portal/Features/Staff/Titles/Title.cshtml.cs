using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Staff.Titles;

[Allow(Permission.MapJobTitles)]
public sealed class TitleModel(UnmappedTitles titles, LikelyRoles roles, MapJobTitle map, Viewer viewer)
    : LoadedPageModel<UnmappedTitles.Row>
{
    private const int Suggested = 6;
    private const string Another = "another";

    [FromRoute] public Id<JobTitle> TitleId { get; set; }
    [BindProperty, Required(ErrorMessage = "Select a job role")] public string? RoleId { get; set; }
    [BindProperty] public Id<JobRole>? OtherId { get; set; }
    [BindProperty] public Id<JobRole>? Seen { get; set; }
    public UnmappedTitles.Row Current => Loaded;
    public IReadOnlyList<Choice> Likely { get; private set; } = [];
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>Whom to ask for a job role that there is not yet.</summary>
    public string? SupportEmail { get; private set; }

    protected override Task<UnmappedTitles.Row?> FindAsync(CancellationToken cancel) => titles.OneAsync(viewer, TitleId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        SupportEmail = await titles.SupportEmailAsync(viewer, cancel);
        var options = (await roles.RunAsync(viewer, [Loaded], cancel))[Loaded.Id];
        var likely = options.Where(o => o.IsLikely).Take(Suggested).ToList();
        Likely = [.. likely.Select(o => new Choice($"{o.Id}", o.Title) { Hint = Needs(o) })];
        Others = [.. options.Except(likely).OrderBy(o => o.Title, StringComparer.CurrentCulture)
            .Select(o => new Choice($"{o.Id}", $"{o.Title} ({Needs(o with { Description = null })})"))];
        return true;
    }

    public void OnGet()
    {
        Seen = Current.RoleId;
        if (Seen is null) return;
        (RoleId, OtherId) = Likely.Any(l => l.Value == $"{Seen}") ? ($"{Seen}", null) : (Another, Seen);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var role = RoleId == Another ? OtherId : Id<JobRole>.TryParse(RoleId, null, out var likely) ? likely : null;
        await map.RunAsync(viewer, TitleId, role ?? throw new Refused("Select a job role", nameof(RoleId)), Seen, cancel);
        TempData.Notify(
            $"{Current.Title} is mapped. Where "
                + $"{(Current.People == 1 ? "one person stands" : $"{Current.People} people stand")} follows at once");
        return RedirectToPage("Titles");
    }

    private static string Needs(LikelyRoles.Option option) => (option.Description is { } means ? $"{means} " : "")
        + $"{option.AgencyType.Words()}, {(option.Level is { } level ? $"needs level {level}" : "level still to be set")}";
}
