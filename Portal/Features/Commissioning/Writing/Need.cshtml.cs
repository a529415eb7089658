using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Writing;

[Allow(Permission.WriteRequests, Permission.HelpWithRequests)]
public sealed class NeedModel(RequestView view, RequestChoices choices, PeopleBelow below, SayNeed say, Viewer viewer)
    : RequestPartModel(view, viewer, RequestPart.Need)
{
    [BindProperty, Required(ErrorMessage = "Enter a title"), UpTo(150)] public string? Title { get; set; }
    [BindProperty, UpTo(CommissioningRequest.LongestText)] public string? Why { get; set; }
    [BindProperty] public int? Level { get; set; }
    public IReadOnlyList<Level> Levels { get; private set; } = [];

    /// <summary>People below each level today.</summary>
    public IReadOnlyDictionary<int, int> Below { get; private set; } = new Dictionary<int, int>();
    public IReadOnlyList<Choice> LevelChoices => [.. Levels.Select(l => new Choice($"{l.Number}", l.Words())
    {
        Hint = $"{Words.Count(Below.GetValueOrDefault(l.Number), "person", "people")} below it today",
    })];

    public void OnGet() => (Title, Why, Level) = (Asked.Title, Asked.Why, Asked.LevelNumber);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await say.RunAsync(Viewer, RequestId, Seen, new(Title!, Why, Level), cancel);
        return Back("Saved");
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        Levels = await choices.LevelsAsync(Viewer, cancel);
        Below = await below.RunAsync(Viewer, Asked.AgencyId, cancel);
        return true;
    }
}
