using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.ShareReturns)]
public sealed class ShareModel(ReturnView view, Colleagues colleagues, ShareSections share, Viewer viewer) : ReturnPageModel(view, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select a colleague")] public Id<User>? ColleagueId { get; set; }
    [BindProperty] public List<ReturnSection> Shared { get; set; } = [];
    public IReadOnlyList<Colleagues.Row> People { get; private set; } = [];
    public bool MayInvite => Viewer.May(Permission.InviteStaff);
    public IReadOnlyList<Choice> Choices => [.. People.Select(p => new Choice(p.Id.ToString(), p.Name))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await share.RunAsync(Viewer, ReturnId, ColleagueId!.Value, Shared, Seen, cancel);
        return To("Share", Shared.Count == 0 ? "No longer shared" : "Shared. They have been told by email");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        People = await colleagues.RunAsync(Return.Return, cancel);
        return true;
    }
}
