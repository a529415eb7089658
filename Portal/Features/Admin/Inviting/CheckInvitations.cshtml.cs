using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Inviting;

/// <summary>Who is invited, and who cannot be: said before any message leaves.</summary>
[Allow(Permission.InviteStaff)]
public sealed class CheckInvitationsModel(StaffToInvite staff, InviteStaff invite, Viewer viewer) : LoadedPageModel
{
    [FromQuery] public List<Id<StaffMember>> Chosen { get; set; } = [];
    [BindProperty, Required(ErrorMessage = "Select what they are")] public Role? Role { get; set; }

    public IReadOnlyList<StaffToInvite.Row> Rows { get; private set; } = [];
    public IReadOnlyList<StaffToInvite.Row> May => [.. Rows.Where(r => r.WhyNot is null)];

    /// <summary>Said beside the question what they are; null where it is asked of everyone.</summary>
    public string? KeepTheirs => May.Count(r => r.Role is not null) switch
    {
        0 => null,
        var kept when kept == May.Count => "Each of them keeps the role of the earlier invitation, whatever you select",
        var kept => $"{Words.Count(kept, "person keeps", "people keep")} the role of the earlier invitation, whatever you select",
    };
    public IReadOnlyList<Choice> Roles { get; } =
    [
        .. InviteStaff.Roles.Select(r => new Choice($"{r}", r.Words())
        {
            Hint = r == Domain.Role.LineManager ? "They see the training of those who report to them, and book courses for them."
                : "They see their own training.",
        }),
    ];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Chosen.Count > 0)
            Rows = (await staff.RunAsync(viewer, new(Only: [.. Chosen.Distinct().Take(InviteStaff.MostAtOnce)]), cancel)).Rows;
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var invited = await invite.RunAsync(viewer, Role!.Value, [.. Chosen.Distinct()], cancel);
        TempData.Notify($"{Words.Count(invited, "person", "people")} invited. A message to each is on its way");
        return RedirectToPage("Choose");
    }
}
