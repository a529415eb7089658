using Portal.Data;

namespace Portal.Features.Commissioning;

internal static class RequestVersion
{
    /// <summary>A change to a part of a request is a change to the request: whoever opened it before must look again.</summary>
    public static void RaiseVersion(this PortalDb db, CommissioningRequest request) =>
        db.Entry(request).Property(r => r.Title).IsModified = true;
}
