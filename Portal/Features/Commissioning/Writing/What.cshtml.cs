using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests, Permission.HelpWithRequests)]
public sealed class WhatModel(RequestView view, RequestChoices choices, SayWhat say, Viewer viewer)
    : RequestPartModel(view, viewer, RequestPart.What)
{
    [BindProperty] public Id<Course>? CourseId { get; set; }
    [BindProperty] public CourseMode? Mode { get; set; }
    [BindProperty] public List<string> Strands { get; set; } = [];
    [BindProperty] public List<string> Competencies { get; set; } = [];
    [BindProperty, UpTo(500)] public string? Audience { get; set; }
    [BindProperty] public int? Places { get; set; }
    [BindProperty, Display(Name = "First day")] public DateOnly? From { get; set; }
    [BindProperty, Display(Name = "Last day")] public DateOnly? Until { get; set; }
    public RequestChoices.Offered Offered { get; private set; } = null!;

    public void OnGet()
    {
        (CourseId, Mode, Audience, Places, From, Until) =
            (Asked.CourseId, Asked.Mode, Asked.Audience, Asked.Places, Asked.From, Asked.Until);
        Strands = [.. Asked.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Competencies = [.. Asked.Competencies.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await say.RunAsync(Viewer, RequestId, Seen, new(CourseId, Mode, Strands, Competencies, Audience, Places, From, Until), cancel);
        return Back("Saved");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Offered = await choices.RunAsync(Viewer, Asked.LevelNumber, cancel);
        return true;
    }
}
