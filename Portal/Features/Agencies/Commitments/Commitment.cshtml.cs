using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Agencies.Commitments;

[Allow(Permission.ReadAgencies)]
public sealed class CommitmentModel(CommitmentTexts texts, CommitmentRegister register, Viewer viewer) : PageModel
{
    public CommitmentTexts.Text Text { get; private set; } = null!;
    public IReadOnlyList<CommitmentRegister.Row> Rows { get; private set; } = [];
    public int Signed => Rows.Count(r => r.Number == Text.Number);
    public bool MaySign(Id<Agency> agencyId) => viewer.May(Permission.SignCommitment, agencyId);

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Text, Rows) = ((await texts.RunAsync(viewer, cancel))[0], await register.RunAsync(viewer, cancel));
}
