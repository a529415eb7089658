namespace Portal.Domain;

/// <summary>Recommendations are the commissioner’s while it is a draft: each change is kept with what was said before.</summary>
public sealed partial class Edition
{
    private readonly List<RecommendationEvent> decisions = [];

    /// <summary>What people did to its recommendations, the first step first.</summary>
    public IReadOnlyList<RecommendationEvent> Decisions => decisions;

    /// <summary>Each with what the figures say of it and what was decided; empty in editions that did not note it.</summary>
    public IReadOnlyList<Recommendation> Recommendations => Content.Length == 0 ? [] : Read().Points ?? [];

    /// <summary>Words of the commissioner’s own in place of what it says.</summary>
    public void Reword(Viewer viewer, string key, string words, DateTime now) =>
        Decide(viewer, RecommendationStep.Reworded, Find(key), r => r with { Own = words, Basis = r.Figured, IsDropped = false }, now);

    /// <summary>Another one, at the end.</summary>
    public void Recommend(Viewer viewer, string words, DateTime now)
    {
        RefuseUnlessOpen();
        var added = new Recommendation($"{Recommendation.OfOwn}{Id<Recommendation>.New()}", null, words);
        Write(Read().Saying([.. Recommendations, added]));
        decisions.Add(new RecommendationEvent { EditionId = Id, Key = added.Key, Before = null }
            .Taken(RecommendationStep.Added, viewer, now, words));
    }

    /// <summary>One in place of several, where the first of them stands; each of the others can be taken out again.</summary>
    public void Merge(Viewer viewer, IReadOnlyList<string> keys, string words, DateTime now)
    {
        var merged = Recommendations.Where(r => r.Stands && keys.Contains(r.Key)).ToList();
        if (merged.Count < 2) throw new Refused("Select two or more recommendations that stand in the report", "Keys");
        var first = merged[0].Key;
        foreach (var each in merged)
            Decide(viewer, RecommendationStep.Merged, each,
                r => (each.Key == first ? r with { Own = words } : r with { Into = first }) with { Basis = r.Figured }, now, words);
        // What had been merged into one of them goes with it.
        Rewrite(r => r.Into is { } into && into != first && merged.Exists(m => m.Key == into) ? r with { Into = first } : r);
    }

    /// <summary>Leaves it out, and with it what was merged into it.</summary>
    public void Drop(Viewer viewer, string key, DateTime now)
    {
        var dropped = Find(key);
        if (!dropped.Stands) throw new Refused("This recommendation is not in the report any more");
        Decide(viewer, RecommendationStep.Dropped, dropped, r => r with { IsDropped = true, Basis = r.Figured }, now);
    }

    /// <summary>
    /// Takes back what was decided last: one that was left out or merged stands by itself again, and one with other words says what the
    /// figures say; what had been merged into it stands by itself then too.
    /// </summary>
    public void PutBack(Viewer viewer, string key, DateTime now)
    {
        var back = Find(key);
        if (back.Stands && (back.Own is null || back.Figured is null))
            throw new Refused("This recommendation stands in the report as it is");
        Decide(viewer, RecommendationStep.PutBack, back, r => r switch
        {
            { IsDropped: true } => r with { IsDropped = false },
            { Into: not null } => r with { Into = null },
            _ => r with { Own = null, Basis = null },
        }, now);
        if (back.Stands) Rewrite(r => r.Into == key ? r with { Into = null } : r);
    }

    /// <summary>What was decided holds for the new figures too.</summary>
    public void Keep(Viewer viewer, string key, DateTime now)
    {
        static Recommendation Kept(Recommendation r) => r with { Own = r.Figured is null ? r.Text : r.Own, Basis = r.Figured };
        Decide(viewer, RecommendationStep.Kept, Find(key), Kept, now);
        Rewrite(r => r.Into == key ? Kept(r) : r);
    }

    /// <summary>New content with what was decided on the recommendations of the old.</summary>
    public EditionContent Carrying(EditionContent content) =>
        content.Points is { } figured && Recommendations is { Count: > 0 } before ? content.Saying(Recommendation.Carry(before, figured))
            : content;

    private Recommendation Find(string key)
    {
        RefuseUnlessOpen();
        return Recommendations.FirstOrDefault(r => r.Key == key)
            ?? throw new Refused("This recommendation is not in the report any more");
    }

    /// <summary>Refuses what is no draft, and a draft of which nobody noted what each recommendation is about.</summary>
    private void RefuseUnlessOpen()
    {
        RefuseUnlessDraft();
        if (Read().Points is null)
            throw new Refused("The figures of this draft were written before recommendations could be changed. Write them again first");
    }

    private void Decide(Viewer viewer, RecommendationStep step, Recommendation of, Func<Recommendation, Recommendation> change,
        DateTime now, string? says = null)
    {
        Rewrite(r => r.Key == of.Key ? change(r) : r);
        var since = Recommendations.First(r => r.Key == of.Key);
        decisions.Add(new RecommendationEvent { EditionId = Id, Key = of.Key, Before = of.Text }
            .Taken(step, viewer, now, says ?? (since.Stands ? since.Text : null)));
    }

    private void Rewrite(Func<Recommendation, Recommendation> change) =>
        Write(Read().Saying([.. Recommendations.Select(change)]));
}
