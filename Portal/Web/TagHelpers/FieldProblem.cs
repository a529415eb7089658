using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.TagHelpers;

/// <summary>What a page says about a field that is wrong: the first thing, and something even where the framework has no words.</summary>
public static class FieldProblem
{
    /// <summary>For what is wrong and says not why. Nobody should ever read it, but a box without a sentence is worse.</summary>
    public const string Unsaid = "Something you entered could not be read. Check your answers and try again";

    /// <summary>The sentence for the person; null when nothing is wrong with the field.</summary>
    public static string? Problem(this ModelStateEntry? entry) => entry?.Errors switch
    {
        null or [] => null,
        [{ ErrorMessage: { Length: > 0 } sentence }, ..] => sentence,
        _ => Unsaid,
    };
}
