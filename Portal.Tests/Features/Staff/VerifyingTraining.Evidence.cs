using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Features.Staff.Training;

namespace Portal.Tests.Features.Staff;

public sealed partial class VerifyingTraining
{
    [Fact]
    public async Task Evidence_is_kept_and_given_only_to_those_who_may_see_the_record()
    {
        var record = await RecordAsync(Borough.Lead, proof: new(new MemoryStream(Pdf), "certificate.pdf"));
        var found = await EvidenceAsync(Borough.Lead, record);
        Assert.Equal(("certificate.pdf", "application/pdf"), (found!.File.Name, found.File.ContentType));
        Assert.Equal(Pdf.Length, found.Content.Length);
        Assert.Null(await EvidenceAsync(Borough.OtherLead, record));
        Assert.NotNull(await EvidenceAsync(Borough.Learner(asha), record));
        Assert.NotNull(await EvidenceAsync(Borough.Executive, record));
        await DecideAsync(Borough.Commissioner, record, true);
        Assert.Null(await EvidenceAsync(Borough.Executive, record));
    }

    [Fact]
    public async Task Evidence_that_lies_about_its_kind_is_refused_and_leaves_nothing_behind()
    {
        var no = await Assert.ThrowsAsync<Refused>(() => RecordAsync(
            Borough.Lead, proof: new(new MemoryStream(Encoding.ASCII.GetBytes("MZ\0\u0001\u0002 program")), "certificate.pdf")));
        Assert.Equal("Evidence", no.Field);
        await using var db = Database.Open();
        Assert.Equal((0, 0), (await db.TrainingRecords.CountAsync(), await db.FileChunks.CountAsync()));
    }

    private async Task<OpenedFile?> EvidenceAsync(Viewer viewer, TrainingRecord record)
    {
        await using var db = Database.Open();
        return await new EvidenceFile(db, new FileStore(db, Database.Clock), Database.Clock).RunAsync(viewer, record.Id, default);
    }
}
