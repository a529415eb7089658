using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Talking;

[Allow(Permission.AnswerFlags)]
public sealed class AnswerModel(FlagProof proof, AnswerFlag answer, Viewer viewer) : FlagActModel(proof, viewer)
{
    [BindProperty, Required(ErrorMessage = "Enter your answer"), UpTo(Flag.LongestNote, What = "Your answer")]
    public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await answer.RunAsync(Viewer, FlagId, Text!, cancel);
        return Done("The commissioner is told");
    }
}
