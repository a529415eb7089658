using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports.Sending;

[Allow(Permission.PrepareEditions)]
public sealed class RemindModel(
    EditionView view, RecipientsToRemind recipients, EditionMessage message, RemindRecipients remind, Viewer viewer, UkClock clock)
    : EditionPageModel(view, viewer)
{
    public IReadOnlyList<EditionAudience.Row> People { get; private set; } = [];

    /// <summary>The message to the first of them; null when there is nobody to remind.</summary>
    public EditionMessage.Row? Message { get; private set; }

    /// <summary>Why nobody can be reminded.</summary>
    public string Why => Edition.State == EditionState.Issued
        ? "All who received this report and can acknowledge it have done so."
        : $"Edition {Edition.Number} is {Edition.State.Words()}. Only an issued report can be acknowledged.";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var told = await remind.RunAsync(Viewer, EditionId, cancel);
        TempData.Notify($"{Words.Count(told, "reminder")} sent");
        return RedirectToPage("Deliveries", new { EditionId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (Edition.State != EditionState.Issued) return true;
        People = await recipients.RunAsync(Viewer, EditionId, cancel);
        if (People is [var first, ..])
            Message = await message.RunAsync(
                Viewer, new EditionReminderMail(Edition, first.Name, first.Email, clock.Today), cancel);
        return true;
    }
}
