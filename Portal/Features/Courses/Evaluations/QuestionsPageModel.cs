using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Web;

namespace Portal.Features.Courses.Evaluations;

/// <summary>A page that asks about a course.</summary>
public abstract class QuestionsPageModel : LoadedPageModel
{
    protected const string Thanks = "Thank you. Your answers are counted with those of others, and are nobody’s";

    public static readonly IReadOnlyList<Choice> Scale =
        [new("1", "1: not at all"), new("2", "2"), new("3", "3"), new("4", "4"), new("5", "5: fully")];

    [BindProperty] public Dictionary<string, int?> Confidence { get; set; } = [];
    [BindProperty] public UseInPractice? Uses { get; set; }

    /// <summary>Null when there is nothing to answer any more.</summary>
    public EvaluationForm.Asked? Asked { get; private set; }

    /// <summary>Every statement has its place among the answers, whether or not it has been answered.</summary>
    protected void Ask(EvaluationForm.Asked? asked)
    {
        Asked = asked;
        foreach (var statement in asked?.Statements ?? []) Confidence.TryAdd(statement.Code, null);
    }
}
