using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommissioningBegins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Clauses",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Wording = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Asks = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clauses_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommissioningRequests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SharedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangeNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PeopleBelow = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    LevelNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    CourseId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Strands = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Competencies = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProviderId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    NewProvider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TrainerLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    Sharing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissioningRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissioningRequests_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommissioningRequests_Courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "Courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommissioningRequests_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommissioningRequests_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommissioningTerms",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CommissionerUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    SubGroupUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    ReferencePrice = table.Column<long>(type: "INTEGER", nullable: false),
                    TargetWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumMembers = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumAgencies = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissioningTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissioningTerms_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClauseFindings",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClauseCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsMet = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClauseFindings_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseFindings_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequestConditions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestConditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestConditions_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestCosts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    VatPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Funding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestCosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestCosts_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestDecisions",
                columns: table => new
                {
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MeetingId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Members = table.Column<int>(type: "INTEGER", nullable: true),
                    Agencies = table.Column<int>(type: "INTEGER", nullable: true),
                    Interests = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestDecisions", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_RequestDecisions_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RequestDecisions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequestEvents",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestEvents_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestParties",
                columns: table => new
                {
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestParties", x => new { x.RequestId, x.AgencyId });
                    table.ForeignKey(
                        name: "FK_RequestParties_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequestParties_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestStatements",
                columns: table => new
                {
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClauseCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestStatements", x => new { x.RequestId, x.ClauseCode });
                    table.ForeignKey(
                        name: "FK_RequestStatements_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingOrders",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProviderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    InvoicedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingOrders_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingOrders_FundingCommitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "FundingCommitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingOrders_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingOrders_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderedRuns",
                columns: table => new
                {
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RunId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderedRuns", x => new { x.OrderId, x.RunId });
                    table.ForeignKey(
                        name: "FK_OrderedRuns_CourseRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "CourseRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderedRuns_TrainingOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "TrainingOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClauseFindings_PartnershipId",
                table: "ClauseFindings",
                column: "PartnershipId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseFindings_RequestId_ClauseCode",
                table: "ClauseFindings",
                columns: new[] { "RequestId", "ClauseCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clauses_PartnershipId_Code_Number",
                table: "Clauses",
                columns: new[] { "PartnershipId", "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningRequests_AgencyId",
                table: "CommissioningRequests",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningRequests_CourseId",
                table: "CommissioningRequests",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningRequests_PartnershipId_Number",
                table: "CommissioningRequests",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningRequests_PartnershipId_State",
                table: "CommissioningRequests",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningRequests_ProviderId",
                table: "CommissioningRequests",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissioningTerms_PartnershipId",
                table: "CommissioningTerms",
                column: "PartnershipId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrderedRuns_RunId",
                table: "OrderedRuns",
                column: "RunId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestConditions_RequestId",
                table: "RequestConditions",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestCosts_RequestId",
                table: "RequestCosts",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestDecisions_MeetingId",
                table: "RequestDecisions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestEvents_RequestId",
                table: "RequestEvents",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestParties_AgencyId",
                table: "RequestParties",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_CommitmentId",
                table: "TrainingOrders",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_PartnershipId_Number",
                table: "TrainingOrders",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_ProviderId",
                table: "TrainingOrders",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_RequestId",
                table: "TrainingOrders",
                column: "RequestId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClauseFindings");

            migrationBuilder.DropTable(
                name: "Clauses");

            migrationBuilder.DropTable(
                name: "CommissioningTerms");

            migrationBuilder.DropTable(
                name: "OrderedRuns");

            migrationBuilder.DropTable(
                name: "RequestConditions");

            migrationBuilder.DropTable(
                name: "RequestCosts");

            migrationBuilder.DropTable(
                name: "RequestDecisions");

            migrationBuilder.DropTable(
                name: "RequestEvents");

            migrationBuilder.DropTable(
                name: "RequestParties");

            migrationBuilder.DropTable(
                name: "RequestStatements");

            migrationBuilder.DropTable(
                name: "TrainingOrders");

            migrationBuilder.DropTable(
                name: "CommissioningRequests");
        }
    }
}
