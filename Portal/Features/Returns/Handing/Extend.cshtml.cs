using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns.Handing;

[Allow(Permission.ReviewReturns)]
public sealed class ExtendModel(ReturnView view, ExtendReturn extend, Viewer viewer) : ReturnPageModel(view, viewer)
{
    [BindProperty, Display(Name = "New due date"), Required(ErrorMessage = "Enter the new due date")] public DateOnly? Until { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter the reason for more time"), UpTo(1000)] public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var hour = TimeOnly.FromDateTime(UkClock.Local(Return.Return.DueAt));
        await extend.RunAsync(Viewer, ReturnId, UkClock.At(Until!.Value, hour), Reason, Seen, cancel);
        return To("/Returns/Review/Review", "More time given");
    }
}
