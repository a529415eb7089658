using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

// Funding: the ledger.
public abstract partial class PortalDb
{
    public DbSet<FundingSource> FundingSources => Set<FundingSource>();
    public DbSet<FundingCommitment> FundingCommitments => Set<FundingCommitment>();
    public DbSet<ContributionRequest> ContributionRequests => Set<ContributionRequest>();

    private static void MapFunding(ModelBuilder model)
    {
        model.References<FundingCommitment, FundingSource>(nameof(FundingCommitment.SourceId));
        model.References<FundingCommitment, Agency>(nameof(FundingCommitment.AgencyId));
        model.References<FundingSource, ContributionRequest>(nameof(FundingSource.RequestId));
        model.Entity<ContributionRequest>().Property(r => r.Note).HasMaxLength(1000);
        model.Entity<FundingCommitment>().Property(c => c.What).HasMaxLength(500);
    }
}
