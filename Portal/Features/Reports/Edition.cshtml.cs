using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.ReadEditions)]
public sealed class EditionModel(
    EditionView view, OpenEdition open, AcknowledgeEdition acknowledge, EditionHistory history, Viewer viewer)
    : EditionPageModel(view, viewer)
{
    /// <summary>For those who prepare it.</summary>
    public IReadOnlyList<EditionHistory.Row> History { get; private set; } = [];
    public bool MayPrepare => Viewer.May(Permission.PrepareEditions);
    public bool MayApprove => Viewer.May(Permission.ApproveEditions);
    public bool MayAcknowledge => Details.IsAsked && Viewer.May(Permission.AcknowledgeEditions);

    /// <summary>"You also sit on the board: …", for the button that changes to that role.</summary>
    public string? AcknowledgeAs => Details.AcknowledgeAs is not { Role: var role } ? null
        : $"You also {BeingOf(role)}: read the full report and acknowledge it as {role.InSentence()}";

    public bool OwnEntryOnly => Viewer.Reach(Permission.ReadEditions) != Reach.Partnership;
    public Func<Guid, string>? FlagHref => Viewer.May(Permission.ReadFlags) ? id => Url.Content($"~/Flags/{id}") : null;

    public Task OnGetAsync(CancellationToken cancel) => open.RunAsync(Viewer, Edition, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await acknowledge.RunAsync(Viewer, EditionId, cancel);
        TempData.Notify("Thank you. You have acknowledged this report");
        return BackToEdition();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (MayPrepare) History = await history.RunAsync(Viewer, EditionId, cancel);
        return true;
    }

    private static string BeingOf(Role role) =>
        role is Role.BoardMember or Role.BoardChair ? "sit on the board" : $"are {role.InSentence()}";
}
