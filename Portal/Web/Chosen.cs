using System.Collections.ObjectModel;
using Portal.Components;

namespace Portal.Web;

/// <summary>What narrows a list now, each choice with the address without it. One whose words are null is no choice.</summary>
public sealed class Chosen(HttpRequest here) : Collection<FilterPanel.Choosing>
{
    public void Add(string key, string? words)
    {
        if (words is not null) Add(new FilterPanel.Choosing(words, here.With(key, null)));
    }
}
