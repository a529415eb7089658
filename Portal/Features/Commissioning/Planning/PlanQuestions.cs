namespace Portal.Features.Commissioning.Planning;

/// <summary>What a form of a plan begins with, and the question that comes of what stands in it.</summary>
public static class PlanQuestions
{
    private const int UsualMonths = 12;

    /// <summary>
    /// With the money that is free, and the courses that lead to levels at which people are missing. Of more than a plan can have, the
    /// largest sums, and of each level in turn the courses with the cheapest places. A course that covers less than half of its level
    /// stands there unticked: the cheapest way to a level is otherwise the shortest course about one part of it.
    /// </summary>
    public static PlanForm Begin(PlanFacts.View facts) => new()
    {
        Months = UsualMonths, Hourly = facts.Hourly, CriticalWeight = 1,
        Sources = [.. facts.Sources.Index().OrderByDescending(s => s.Item.Free).Take(PlanQuestion.MostSources).OrderBy(s => s.Index)
            .Select(s => s.Item).Select(s => new PlanForm.SourceLine { Key = s.Key, Use = !s.IsAsked })],
        Offers = [.. ToBuy(facts).Select(o => new PlanForm.OfferLine
        {
            Key = o.Id.Value, Use = o.Cover?.IsHalf != false || BestOf(facts, o.Level) == o, Price = o.Price, PerRun = o.PerRun,
            Capacity = o.Capacity,
        })],
    };

    /// <summary>
    /// With all that was typed for an earlier plan. Money and courses that are there no more are left out, and those that came since stand
    /// there unticked.
    /// </summary>
    public static PlanForm Again(PlanFacts.View facts, PlanForm typed)
    {
        var now = Begin(facts);
        foreach (var line in now.Sources) line.Use = false;
        foreach (var line in now.Offers) line.Use = false;
        typed.Sources = [.. typed.Sources.Where(s => IsThere(facts, s)).UnionBy(now.Sources, s => s.Key)];
        typed.Offers = [.. typed.Offers.Where(o => IsThere(facts, o)).UnionBy(now.Offers, o => o.Key)];
        return typed;
    }

    /// <summary>"1 source of money and 2 courses", ticked for an earlier plan and there no more; null where all are there.</summary>
    public static string? Gone(PlanFacts.View facts, PlanForm typed)
    {
        var sources = typed.Sources.Count(s => s.Use && !IsThere(facts, s));
        var offers = typed.Offers.Count(o => o.Use && !IsThere(facts, o));
        string[] gone =
        [
            .. sources > 0 ? [Words.Count(sources, "source of money", "sources of money")] : Array.Empty<string>(),
            .. offers > 0 ? [Words.Count(offers, "course")] : Array.Empty<string>(),
        ];
        return gone.Length == 0 ? null : gone.Listed();
    }

    private static bool IsThere(PlanFacts.View facts, PlanForm.SourceLine line) => facts.Sources.Any(s => s.Key == line.Key);

    private static bool IsThere(PlanFacts.View facts, PlanForm.OfferLine line) => facts.Offers.Any(o => o.Id.Value == line.Key);

    /// <summary>Refused beside the field that no plan can have.</summary>
    public static PlanQuestion Of(PlanFacts.View facts, PlanForm form)
    {
        if (form.PaysRelease && form.Hourly is null)
            throw new Refused("Enter what an hour costs, or leave releasing people to their agencies", nameof(form.Hourly));
        if (form.Hourly is { } hourly) RefuseUnlessPrice(hourly, Money.OfPounds(1_000), nameof(form.Hourly));
        if (form.Months is not (>= 1 and <= PlanQuestion.MostMonths))
            throw new Refused($"Enter between 1 and {PlanQuestion.MostMonths} months", nameof(form.Months));
        var question = new PlanQuestion(
            form.Months.Value, [.. Sources(facts, form, form.Months.Value)], [.. Courses(facts, form), .. Trainers(form)], facts.Agencies,
            facts.Groups,
            new(form.RunsAMonth, form.CriticalPercent, form.AgencyPercent, form.CriticalWeight ?? 1, form.PaysRelease))
        {
            From = facts.From, Levels = facts.Levels,
        };
        question.RefuseUnlessSound();
        return question;
    }

    private static IEnumerable<PlanFacts.Offer> ToBuy(PlanFacts.View facts) => facts.Offers
        .Where(o => facts.Groups.Any(g => g.Level == o.Level && g.Below > 0))
        .GroupBy(o => o.Level).SelectMany(level => level.OrderBy(o => o.Price + o.PerRun.Times(1m / Math.Max(1, o.Capacity ?? 1)))
            .ThenBy(o => o.Code, StringComparer.Ordinal).Index()).OrderBy(o => o.Index).Select(o => o.Item)
        .Take(PlanQuestion.MostOffers).OrderBy(o => o.Level).ThenBy(o => o.Code, StringComparer.Ordinal);

    /// <summary>Where no course covers half of a level, that which covers most of it.</summary>
    private static PlanFacts.Offer? BestOf(PlanFacts.View facts, int level) =>
        facts.Offers.Where(o => o.Level == level).MaxBy(o => o.Cover?.Covered);

    private static IEnumerable<PlanSource> Sources(PlanFacts.View facts, PlanForm form, int months)
    {
        foreach (var line in form.Sources.Where(s => s.Use).DistinctBy(s => s.Key))
            // What no month of the plan can spend is none of its money.
            if (facts.Sources.FirstOrDefault(s => s.Key == line.Key) is { } source
                && (FirstMonth(facts, source.From), LastMonth(facts, source.EndsOn, months)) is var (first, until) && first <= until)
                yield return new(source.Name, source.Free, first, until, line.Level, line.Type, source.EndsOn);
        if (form.OtherAmount is not { } amount) yield break;
        FundingSource.RefuseUnlessSane(amount, nameof(form.OtherAmount));
        var last = LastMonth(facts, form.OtherEndsOn, months);
        if (last < 1)
            throw new Refused(
                $"The last day must be {Words.Day(facts.From.AddMonths(1).AddDays(-1))} or later: the plan begins on "
                    + $"{Words.Day(facts.From)}", nameof(form.OtherEndsOn));
        yield return new("Other money", amount, 1, last, form.OtherLevel, form.OtherType, form.OtherEndsOn);
    }

    /// <summary>The first month on all of whose days it can be spent.</summary>
    private static int FirstMonth(PlanFacts.View facts, DateOnly from) =>
        Math.Max(1, Months(facts.From, from) + (from.Day == 1 ? 1 : 2));

    /// <summary>The last month on all of whose days it can be spent.</summary>
    private static int LastMonth(PlanFacts.View facts, DateOnly? endsOn, int months) =>
        endsOn is { } on ? Math.Min(months, Months(facts.From, on.AddDays(1))) : months;

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static IEnumerable<PlanOffer> Courses(PlanFacts.View facts, PlanForm form)
    {
        foreach (var (place, line) in form.Offers.Index().Where(o => o.Item.Use).DistinctBy(o => o.Item.Key))
        {
            if (facts.Offers.FirstOrDefault(o => o.Id.Value == line.Key) is not { } course) continue;
            var (price, run) = (line.Price ?? Money.Zero, line.PerRun ?? Money.Zero);
            RefuseUnlessPrice(price, Course.DearestPlace, $"Offers[{place}].Price");
            RefuseUnlessPrice(run, CostLine.Most, $"Offers[{place}].PerRun");
            if (course.Capacity is not null) RefuseUnlessPlaces(line.Capacity, $"Offers[{place}].Capacity");
            yield return new(course.Code, course.Title, course.Level, price, run, course.Capacity is null ? null : line.Capacity,
                (form.Hourly ?? Money.Zero).Times(course.Hours), Prices: price == course.Price ? course.Prices : null, Cover: course.Cover);
        }
    }

    private static IEnumerable<PlanOffer> Trainers(PlanForm form)
    {
        if (form.TrainersLevel is not { } level) yield break;
        if (form.TrainersCost is not { } cost) throw new Refused("Enter what the course costs", nameof(form.TrainersCost));
        RefuseUnlessPrice(cost, CostLine.Most, nameof(form.TrainersCost));
        RefuseUnlessPlaces(form.TrainersPlaces, nameof(form.TrainersPlaces));
        if (form.TrainersDelay is not (>= 1 and < PlanQuestion.MostMonths))
            throw new Refused($"Enter between 1 and {PlanQuestion.MostMonths - 1} months", nameof(form.TrainersDelay));
        yield return new("TtT", "Training our own trainers", level, Money.Zero, cost, form.TrainersPlaces, Delay: form.TrainersDelay.Value);
    }

    private static void RefuseUnlessPrice(Money price, Money most, string field)
    {
        if (price < Money.Zero || price > most) throw new Refused($"Enter an amount between £0 and {most}", field);
    }

    private static void RefuseUnlessPlaces(int? places, string field)
    {
        if (places is not (>= 1 and <= CourseRun.MostPlaces))
            throw new Refused($"Enter between 1 and {CourseRun.MostPlaces} places", field);
    }
}
