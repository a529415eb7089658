using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Courses.Providers;

/// <summary>
/// Adds what recognises a provider, from a day until its last, with the certificate as its proof. Courses are accredited while it counts.
/// </summary>
public sealed class AddQualityMark(PortalDb db, FileStore files)
{
    /// <param name="EndsOn">The last day on which it counts; null for one that does not end.</param>
    public sealed record Entry(QualityMarkKind Kind, string? Name, string? Number, DateOnly From, DateOnly? EndsOn);

    /// <summary>The certificate, as chosen from a computer.</summary>
    public sealed record Document(Stream Content, string Name);

    public Task RunAsync(Viewer viewer, Id<Provider> providerId, Entry entry, Document? proof, CancellationToken cancel) => db.StepAsync(
        viewer, providerId, db.Providers.OfPartnership(viewer).Include(p => p.Marks), null, "provider", async provider =>
        {
            viewer.Require(Permission.EditProviders);
            var file = proof is null ? null
                : await files.AddAsync(viewer, proof.Content, proof.Name, FileRule.Evidence, "Evidence", cancel);
            var mark = new QualityMark
            {
                ProviderId = provider.Id, Kind = entry.Kind, Name = entry.Kind == QualityMarkKind.Other ? entry.Name : null,
                Number = entry.Number, EvidenceId = file?.Id, From = entry.From, EndsOn = entry.EndsOn,
            };
            provider.Add(mark);
            return $"Added the quality mark {mark.Words} of {provider.Name}";
        }, cancel);
}
