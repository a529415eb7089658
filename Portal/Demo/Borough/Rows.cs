using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Demo.Borough;

/// <summary>Rows waiting to be written in bulk.</summary>
internal sealed class Rows
{
    public List<JobTitle> JobTitles { get; } = [];
    public List<StaffMember> Staff { get; } = [];
    public List<Post> Posts { get; } = [];
    public List<TrainingRecord> Records { get; } = [];

    public async Task WriteAsync(DbContext db, CancellationToken cancel)
    {
        await db.BulkInsertAsync(JobTitles, cancel);
        await db.BulkInsertAsync(Staff, cancel);
        await db.BulkInsertAsync(Posts, cancel);
        await db.BulkInsertAsync(Records, cancel);
    }
}
