using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Certificates;

[Allow(Permission.ReadRecord)]
public sealed class CertificateModel(CertificateView certificates, Viewer viewer) : LoadedPageModel<CertificateView.Details>
{
    [FromRoute] public Id<Booking> BookingId { get; set; }
    public CertificateView.Details Certificate => Loaded;

    protected override Task<CertificateView.Details?> FindAsync(CancellationToken cancel) =>
        certificates.RunAsync(viewer, BookingId, cancel);
}
