using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.TagHelpers;

/// <summary>
/// ModelState keeps names in alphabetical order; people mend a form from the top. A page declares its
/// properties in the order it asks for them.
/// </summary>
internal sealed class FieldOrder(ModelMetadata page) : IComparer<string>
{
    public int Compare(string? one, string? other)
    {
        foreach (var (a, b) in Places(one).Zip(Places(other)))
        {
            if (a != b) return a.CompareTo(b);
        }
        return 0;
    }

    /// <summary>For "Input.Lines[2].Cost": where Input stands in the page, then Lines in Input, then 2, then Cost in a line.</summary>
    private IEnumerable<int> Places(string? name)
    {
        var within = page;
        foreach (var step in (name ?? "").Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step.EndsWith(']'))
            {
                yield return int.TryParse(step[..^1], out var index) ? index : int.MaxValue;
                within = within?.ElementMetadata;
                continue;
            }
            var found = within?.Properties.Index().FirstOrDefault(p => p.Item.PropertyName == step) ?? default;
            yield return found.Item is null ? int.MaxValue : found.Index;
            within = found.Item;
        }
    }
}
