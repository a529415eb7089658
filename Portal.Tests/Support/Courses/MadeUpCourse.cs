using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support.Courses;

/// <summary>An in-house course of an agency, of a provider with a mark.</summary>
internal static class MadeUpCourse
{
    public static async Task<(Id<Course> Course, Id<Provider> Provider, Id<QualityMark> Mark)> WriteAsync(
        PortalDb db, Id<Agency> agencyId)
    {
        var agency = await db.Agencies.SingleAsync(a => a.Id == agencyId);
        var codes = await db.Courses.Where(c => c.PartnershipId == agency.PartnershipId).Select(c => c.Code).ToListAsync();
        var provider = Given.Provider(agency.PartnershipId, $"Training of {agency.Name}");
        var mark = Given.Mark(provider);
        provider.Add(mark);
        var course = Given.Course(provider, Course.NextCode(codes), "Taught at home", agency);
        db.AddRange(provider, course);
        await db.SaveAsync(Viewer.System(agency.PartnershipId), "Prepared a test", CancellationToken.None);
        return (course.Id, provider.Id, mark.Id);
    }
}
