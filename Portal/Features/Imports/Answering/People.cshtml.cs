using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;

namespace Portal.Features.Imports.Answering;

/// <summary>Which new people of a full list are somebody who is on the staff list already.</summary>
[Allow(Permission.ImportStaff)]
public sealed class PeopleModel(ImportView view, PeopleInQuestion people, AnswerWhoIsWho answer, Viewer viewer)
    : ImportPageModel(view, viewer)
{
    private const string SomeoneNew = "new";

    [BindProperty] public List<int> Numbers { get; set; } = [];

    /// <summary>By the number of the row the id of a person, or "new"; nothing leaves it for later.</summary>
    [BindProperty] public Dictionary<int, string?> Answers { get; set; } = [];
    public IReadOnlyList<PeopleInQuestion.Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> ChoicesOf(PeopleInQuestion.Row row) => row.People is [var one]
        ? [new($"{one.Id}", "Yes, the same person"), new(SomeoneNew, $"No, somebody new, and {one.Name} has left")]
        : [.. row.People.Select(p => new Choice($"{p.Id}", p.Name) { Hint = p.Facts }), new(SomeoneNew, "No, somebody new")];

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Rows = await people.RunAsync(Viewer, ImportId, cancel);
        return true;
    }

    public IActionResult OnGet()
    {
        if (Import.State != ImportState.Ready) return ToImport();
        Seen = Import.Version;
        Answers = Rows.ToDictionary(r => r.Number, r => r.Same is { } same ? $"{same.Id}" : r.IsSomeoneNew ? SomeoneNew : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await answer.RunAsync(Viewer, ImportId, Seen, [.. Numbers.Distinct().Select(n => Read(n, Answers.GetValueOrDefault(n)))], cancel);
        return ToImport();
    }

    private static AnswerWhoIsWho.Answer Read(int number, string? said) =>
        new(number, Id<StaffMember>.TryParse(said, null, out var id) ? id : null, said == SomeoneNew);
}
