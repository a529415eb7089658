using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Portal;

/// <summary>What the portal tells a collector about itself; docs/operations.md says what each means.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Source = new("Portal");
    private static readonly Meter Meter = new("Portal");

    /// <summary>Messages that a mail server accepted, or the folder took.</summary>
    public static readonly Counter<long> MailSent = Meter.CreateCounter<long>("portal.mail.sent", "{message}");

    /// <summary>Attempts that a mail server did not accept; <c>final</c> is true when it will not be tried again by itself.</summary>
    public static readonly Counter<long> MailFailed = Meter.CreateCounter<long>("portal.mail.failed", "{attempt}");

    /// <summary>How long one run of a job took, by <c>job</c> and <c>outcome</c>.</summary>
    public static readonly Histogram<double> JobDuration = Meter.CreateHistogram<double>("portal.job.duration", "s");
}
