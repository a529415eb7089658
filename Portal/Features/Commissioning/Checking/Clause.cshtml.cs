using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Checking;

[Allow(Permission.DecideRequests)]
public sealed class ClauseModel(
    ClauseDrafts drafts, StartClauseDraft start, DraftClause write, DiscardClauseDraft discard, Viewer viewer)
    : LoadedPageModel<ClauseDrafts.Found>
{
    [FromRoute] public string ClauseCode { get; set; } = "";
    [BindProperty] public int Seen { get; set; }
    [BindProperty, UpTo(2000)] public string? Wording { get; set; }
    [BindProperty, UpTo(500)] public string? Source { get; set; }
    [BindProperty, UpTo(500, What = "The question")] public string? Asks { get; set; }
    public ClauseDrafts.Found Clause => Loaded;

    public void OnGet()
    {
        if (Clause.Draft is { } draft) (Seen, Wording, Source, Asks) = (draft.Version, draft.Wording, draft.Source, draft.Asks);
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancel)
    {
        await start.RunAsync(viewer, ClauseCode, cancel);
        return Again("Draft started. Nothing is held against it until it is published");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Wording is null) throw new Refused("Enter the wording", nameof(Wording));
        if (Source is null) throw new Refused("Enter where it comes from", nameof(Source));
        this.StopIfInvalid();
        await write.RunAsync(viewer, Draft.Id, new(Wording, Source, Asks), Seen, cancel);
        return Again("Draft saved");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel)
    {
        await discard.RunAsync(viewer, Draft.Id, Seen, cancel);
        return Again("Draft discarded");
    }

    protected override Task<ClauseDrafts.Found?> FindAsync(CancellationToken cancel) => drafts.RunAsync(viewer, ClauseCode, cancel);

    private Clause Draft => Clause.Draft ?? throw new Refused("There is no draft of this clause any more");

    private RedirectToPageResult Again(string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage(new { ClauseCode });
    }
}
