using Microsoft.EntityFrameworkCore;
using Portal.Features.Staff.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class TwoHandsAtOnce : InASmallBorough
{
    [Fact]
    public async Task Close_no_circle_of_line_managers()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = ($"one{round}@homes.example", $"other{round}@homes.example");
            var people = (await Borough.HasAsync(Database, "Ada One", Borough.Reception, email: one),
                await Borough.HasAsync(Database, "Ben Other", Borough.Reception, email: other));
            bool[] done = await Task.WhenAll(
                Task.Run(() => ReportToAsync(people.Item1, other)), Task.Run(() => ReportToAsync(people.Item2, one)));
            Assert.Single(done, yes => yes);
        }
    }

    /// <summary>False when it was refused.</summary>
    private async Task<bool> ReportToAsync(StaffMember person, string manager)
    {
        await using var db = Database.Open();
        var post = await db.Posts.AsNoTracking().SingleAsync(p => p.StaffId == person.Id);
        try
        {
            await new EditJob(db, Database.Clock).RunAsync(Borough.Lead, post.Id, new("Receptionist", null, null, manager), 0, default);
            return true;
        }
        catch (Refused no) when (no.Field == "Manager")
        {
            return false;
        }
    }
}
