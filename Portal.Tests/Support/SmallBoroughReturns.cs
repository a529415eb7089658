using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>Returns in the small borough: a cycle, what an agency wrote, and each step as the people of the borough take it.</summary>
internal static class SmallBoroughReturns
{
    /// <summary>An open cycle of the borough's one phase; due at 5pm on a day, cut off on the day it opened.</summary>
    public static async Task<Cycle> CycleAsync(
        this SmallBorough borough, TestDatabase database, DateOnly opens, DateOnly due, string title = "Phase 1, first cycle",
        DateOnly? ends = null)
    {
        var cycle = Given.Cycle(borough.Phase, borough.Framework, title, opens, due, ends);
        cycle.Ask(Given.Question(cycle));
        cycle.Open(opens, UkClock.At(opens, new(9, 0)));
        return await borough.SaveAsync(database, cycle);
    }

    /// <summary>What an agency was asked for: 4 of 10 officers without level 2, 1 of 2 representatives without level 3.</summary>
    public static async Task<AgencyReturn> ReturnAsync(this SmallBorough borough, TestDatabase database, Cycle cycle, Agency? agency = null)
    {
        var made = new AgencyReturn
        {
            PartnershipId = borough.Partnership.Id, CycleId = cycle.Id, AgencyId = (agency ?? borough.Homes).Id, Number = 1,
            DueAt = cycle.DueAt, FiguresTakenAt = cycle.OpenedAt!.Value
        };
        return await borough.SaveAsync(database, made, Line(borough.Officer, 2, 10, 6), Line(borough.Marac, 3, 2, 1));

        GapLine Line(JobRole role, int level, int people, int holding) =>
            new() { ReturnId = made.Id, JobRoleId = role.Id, LevelNumber = level, Headcount = people, Holding = holding, Expiring = 0 };
    }

    /// <summary>One action for every gap of the return, with one line of cost for each sum.</summary>
    public static async Task CostsAsync(
        this SmallBorough borough, TestDatabase database, AgencyReturn made, params (CostFunding Funding, Money Price, int Year)[] sums)
    {
        await using var db = database.Open();
        var action = new GapAction { ReturnId = made.Id };
        action.Change(
            new(ActionRoute.PlaceOnCourse, "Two mornings", "Head of service", new(2027, 3, 1), 5,
                [.. db.GapLines.Where(l => l.ReturnId == made.Id).Select(l => l.Id)]), new(2026, 11, 16));
        db.Add(action);
        foreach (var (funding, price, year) in sums)
        {
            var line = new CostLine { ReturnId = made.Id, ActionId = action.Id };
            line.Change(new(CostKind.ProviderFee, null, 1, price, 0, funding, year));
            db.Add(line);
        }
        await db.SaveAsync(borough.Lead, "Costed a return", default);
    }

    /// <summary>Sent by the training lead and, unless it is told otherwise, signed by the executive lead at the same instant.</summary>
    public static Task SentAsync(
        this SmallBorough borough, TestDatabase database, AgencyReturn made, DateTime at, bool signed = true, GapCounts? counts = null) =>
        borough.StepAsync(database, made, a =>
    {
        a.Send(borough.Lead, counts ?? new(2, 2, 2, 0), at);
        if (signed) a.Sign(borough.Executive, at);
    });

    public static async Task StepAsync(this SmallBorough borough, TestDatabase database, AgencyReturn made, Action<AgencyReturn> step)
    {
        await using var db = database.Open();
        step((await db.Returns.FindAsync(made.Id))!);
        await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Took a step", default);
    }

    public static async Task<T> SaveAsync<T>(this SmallBorough borough, TestDatabase database, T row, params object[] others)
        where T : class
    {
        await using var db = database.Open();
        db.AddRange([row, .. others]);
        await db.SaveAsync(Viewer.System(borough.Partnership.Id), "Prepared a test", default);
        return row;
    }
}
