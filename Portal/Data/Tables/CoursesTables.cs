using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Courses: who gives which training, when and where, and who has a place.
public abstract partial class PortalDb
{
    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseReview> CourseReviews => Set<CourseReview>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<CourseRun> CourseRuns => Set<CourseRun>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<AccessNeed> AccessNeeds => Set<AccessNeed>();
    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<EvaluationRequest> EvaluationRequests => Set<EvaluationRequest>();
    public DbSet<EvaluationReply> EvaluationReplies => Set<EvaluationReply>();

    private static void MapCourses(ModelBuilder model)
    {
        model.Entity<Provider>().HasIndex(p => new { p.PartnershipId, p.Name }).IsUnique();
        model.Entity<Provider>().HasMany(p => p.Marks).WithOne().HasForeignKey(m => m.ProviderId);
        model.Entity<QualityMark>().ToTable("QualityMarks");
        model.References<Provider, Agency>(nameof(Provider.AgencyId));
        model.References<QualityMark, StoredFile>(nameof(QualityMark.EvidenceId));
        model.Entity<Course>(course =>
        {
            course.HasIndex(c => new { c.PartnershipId, c.Code }).IsUnique();
            course.Property(c => c.Summary).HasMaxLength(2000);
            course.Property(c => c.ContentNote).HasMaxLength(1000);
            course.Property(c => c.Link).HasMaxLength(500);
            course.Property(c => c.Hours).HasPrecision(6, 2);
            course.HasMany(c => c.Levels).WithOne().HasForeignKey(l => l.CourseId);
            course.HasMany(c => c.Competencies).WithOne().HasForeignKey(l => l.CourseId);
            course.HasMany(c => c.Prices).WithOne().HasForeignKey(l => l.CourseId);
        });
        model.References<Course, Provider>(nameof(Course.ProviderId));
        model.References<Course, Agency>(nameof(Course.AgencyId));
        model.Entity<CoveredLevel>().ToTable("CoveredLevels").HasKey(l => new { l.CourseId, l.Framework, l.LevelNumber });
        model.Entity<CoveredCompetency>().ToTable("CoveredCompetencies").HasKey(c => new { c.CourseId, c.Framework, c.Code });
        model.Entity<CoursePrice>().ToTable("CoursePrices").HasKey(p => new { p.CourseId, p.Type });
        model.References<CourseReview, Course>(nameof(CourseReview.CourseId));
        model.References<CourseReview, Agency>(nameof(CourseReview.AgencyId));
        model.Entity<CourseReview>().Property(r => r.ContentMap).HasMaxLength(CourseReview.LongestMap);
        model.Entity<CourseReview>().Property(r => r.Note).HasMaxLength(1000);
        model.Entity<Venue>().HasIndex(v => new { v.PartnershipId, v.Name }).IsUnique();
        model.Entity<Venue>().Property(v => v.AccessNotes).HasMaxLength(1000);
        model.Entity<Venue>().Property(v => v.Address).HasMaxLength(500);
        MapRuns(model);
        MapBookings(model);
        MapEvaluations(model);
    }

    private static void MapRuns(ModelBuilder model)
    {
        model.Entity<CourseRun>(run =>
        {
            // "What can be booked next?"
            run.HasIndex(r => new { r.PartnershipId, r.State, r.StartsAt });
            run.Property(r => r.JoiningInstructions).HasMaxLength(2000);
            run.Property(r => r.CancelledBecause).HasMaxLength(1000);
            run.HasMany(r => r.Sessions).WithOne().HasForeignKey(s => s.RunId);
            run.HasMany(r => r.Allocations).WithOne().HasForeignKey(a => a.RunId);
            run.HasMany(r => r.Trainers).WithOne().HasForeignKey(t => t.RunId);
            run.HasMany(r => r.Events).WithOne().HasForeignKey(e => e.RunId);
            foreach (var list in new[] { nameof(CourseRun.Sessions), nameof(CourseRun.Allocations), nameof(CourseRun.Trainers) })
                run.Navigation(list).HasField(char.ToLowerInvariant(list[0]) + list[1..]).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.References<CourseRun, Course>(nameof(CourseRun.CourseId));
        model.References<CourseRun, Venue>(nameof(CourseRun.VenueId));
        model.Entity<RunSession>().ToTable("RunSessions");
        model.Entity<RunAllocation>().ToTable("RunAllocations").HasKey(a => new { a.RunId, a.AgencyId });
        model.References<RunAllocation, Agency>(nameof(RunAllocation.AgencyId));
        model.Entity<RunTrainer>().ToTable("RunTrainers").HasKey(t => new { t.RunId, t.UserId });
        model.References<RunTrainer, PortalUser>(nameof(RunTrainer.UserId));
        model.Entity<RunEvent>().ToTable("RunEvents").Property(e => e.Note).HasMaxLength(1000);
    }

    private static void MapBookings(ModelBuilder model)
    {
        model.Entity<Booking>(booking =>
        {
            // A turn is given once; and whoever counts the places of a run reads no row.
            booking.HasIndex(b => new { b.RunId, b.Number }).IsUnique();
            booking.HasIndex(b => new { b.RunId, b.State });
            booking.HasIndex(b => new { b.StaffId, b.State });
            booking.HasIndex(b => new { b.AgencyId, b.State });
            // "Whose time to answer is over?"
            booking.HasIndex(b => b.AnswerBy);
            booking.HasIndex(b => b.LinkHash).IsUnique();
            booking.HasMany(b => b.Events).WithOne().HasForeignKey(e => e.BookingId);
        });
        // Nobody is twice on one run, whoever asks at the same moment.
        model.Entity<Booking>().HasIndex(b => new { b.RunId, b.StaffId }).IsUnique()
            .HasFilter("\"State\" IN ('AwaitingManager', 'Waiting', 'Offered', 'Booked', "
                + "'Attended', 'PartAttended', 'DidNotAttend', 'Excused')")
            .HasDatabaseName("IX_Bookings_OnceOnARun");
        model.References<Booking, CourseRun>(nameof(Booking.RunId));
        model.References<Booking, StaffMember>(nameof(Booking.StaffId));
        model.References<Booking, Agency>(nameof(Booking.AgencyId));
        model.References<Booking, Booking>(nameof(Booking.TakesOverFrom));
        model.Entity<BookingEvent>().ToTable("BookingEvents");
        model.Entity<AccessNeed>().HasKey(n => n.BookingId);
        model.Entity<AccessNeed>().Property(n => n.Text).HasMaxLength(AccessNeed.Longest);
        model.Entity<AccessNeed>().HasOne<Booking>().WithOne().HasForeignKey<AccessNeed>(n => n.BookingId).OnDelete(DeleteBehavior.Cascade);
        model.References<Certificate, Booking>(nameof(Certificate.BookingId));
        model.Entity<Certificate>().HasIndex(c => c.Code).IsUnique();
        model.References<TrainingRecord, Booking>(nameof(TrainingRecord.BookingId));
        model.Entity<CalendarFeed>().HasIndex(f => f.LinkHash).IsUnique();
        model.Entity<CalendarFeed>().HasIndex(f => new { f.UserId, f.StaffId }).IsUnique();
        model.References<CalendarFeed, PortalUser>(nameof(CalendarFeed.UserId));
        model.References<CalendarFeed, StaffMember>(nameof(CalendarFeed.StaffId));
    }

    private static void MapEvaluations(ModelBuilder model)
    {
        model.Entity<EvaluationRequest>().HasIndex(r => new { r.BookingId, r.Moment }).IsUnique();
        model.Entity<EvaluationRequest>().HasIndex(r => r.LinkHash).IsUnique();
        model.References<EvaluationRequest, Booking>(nameof(EvaluationRequest.BookingId));
        model.Entity<EvaluationReply>().HasIndex(r => new { r.RunId, r.Moment });
        model.Entity<EvaluationReply>().HasMany(r => r.Ratings).WithOne().HasForeignKey(r => r.ReplyId);
        model.References<EvaluationReply, CourseRun>(nameof(EvaluationReply.RunId));
        model.Entity<EvaluationRating>().ToTable("EvaluationRatings").HasKey(r => new { r.ReplyId, r.Framework, r.Code });
    }
}
