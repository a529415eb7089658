using Microsoft.AspNetCore.Mvc;
using Portal.Features.Reports.Figures;
using Portal.Features.Reports.Sending;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Reports;

[Allow(Permission.ApproveEditions)]
public sealed class ApproveModel(
    EditionView view, EditionAudience audience, EditionMessage message, SinceTheCutOff since, ApproveEdition approve, Viewer viewer)
    : EditionPageModel(view, viewer)
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public bool Confirmed { get; set; }
    public IReadOnlyList<EditionAudience.Row> Recipients { get; private set; } = [];

    /// <summary>The message to the first of them, as it will be sent; null when nobody receives it.</summary>
    public EditionMessage.Row? Message { get; private set; }

    /// <summary>What has closed since the cut-off, as the paper will say it.</summary>
    public IReadOnlyList<string> Since { get; private set; } = [];

    /// <summary>How many recommendations were decided on when the figures said something else.</summary>
    public int Moved => Points.Count(r => r.HasMoved);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Confirmed) throw new Refused("Confirm that you have read the report", nameof(Confirmed));
        await approve.RunAsync(Viewer, EditionId, Seen, cancel);
        TempData.Notify($"Edition {Edition.Number} approved");
        return BackToEdition();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (Edition.State != EditionState.Draft) return true;
        Recipients = await audience.RunAsync(Viewer, cancel);
        if (Recipients is [var first, ..])
            Message = await message.RunAsync(
                Viewer.System(Viewer.PartnershipId), EditionIssuedMail.For(Edition, first.Name, first.Email), cancel);
        Since = (await since.RunAsync(Viewer, Details.Content, cancel)).Sentences(Edition.CutOffOn);
        return true;
    }
}
