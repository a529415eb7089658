using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommissioningIsWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EndedBecause",
                table: "TrainingOrders",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "TrainingOrders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCancelled",
                table: "TrainingOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Kept",
                table: "TrainingOrders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Kept",
                table: "FundingCommitments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "WaivedBecause",
                table: "Flags",
                type: "TEXT",
                maxLength: 800,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WaivedBy",
                table: "Flags",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WaivedUntil",
                table: "Flags",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AppealWorkingDays",
                table: "CommissioningTerms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "UrgentDays",
                table: "CommissioningTerms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskBy",
                table: "CommissioningRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommissionedOn",
                table: "CommissioningRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "CommissioningRequests",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DemandScenarios",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MonthsAhead = table.Column<int>(type: "INTEGER", nullable: false),
                    StartersPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaversPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    AttendancePercent = table.Column<int>(type: "INTEGER", nullable: true),
                    GrowthPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemandScenarios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemandScenarios_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequestAppeals",
                columns: table => new
                {
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Against = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestAppeals", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_RequestAppeals_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequestHelpers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RequestId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestHelpers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestHelpers_CommissioningRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "CommissioningRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RequestHelpers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolTerms",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolTerms_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingPlans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Budget = table.Column<long>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    Question = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingPlans_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DemandScenarios_PartnershipId_Name",
                table: "DemandScenarios",
                columns: new[] { "PartnershipId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestHelpers_RequestId_UserId_Part",
                table: "RequestHelpers",
                columns: new[] { "RequestId", "UserId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestHelpers_UserId",
                table: "RequestHelpers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolTerms_PartnershipId_From",
                table: "SchoolTerms",
                columns: new[] { "PartnershipId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_PartnershipId_Number",
                table: "TrainingPlans",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingPlans_State",
                table: "TrainingPlans",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DemandScenarios");

            migrationBuilder.DropTable(
                name: "RequestAppeals");

            migrationBuilder.DropTable(
                name: "RequestHelpers");

            migrationBuilder.DropTable(
                name: "SchoolTerms");

            migrationBuilder.DropTable(
                name: "TrainingPlans");

            migrationBuilder.DropColumn(
                name: "EndedBecause",
                table: "TrainingOrders");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "TrainingOrders");

            migrationBuilder.DropColumn(
                name: "IsCancelled",
                table: "TrainingOrders");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "TrainingOrders");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "FundingCommitments");

            migrationBuilder.DropColumn(
                name: "WaivedBecause",
                table: "Flags");

            migrationBuilder.DropColumn(
                name: "WaivedBy",
                table: "Flags");

            migrationBuilder.DropColumn(
                name: "WaivedUntil",
                table: "Flags");

            migrationBuilder.DropColumn(
                name: "AppealWorkingDays",
                table: "CommissioningTerms");

            migrationBuilder.DropColumn(
                name: "UrgentDays",
                table: "CommissioningTerms");

            migrationBuilder.DropColumn(
                name: "AskBy",
                table: "CommissioningRequests");

            migrationBuilder.DropColumn(
                name: "CommissionedOn",
                table: "CommissioningRequests");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "CommissioningRequests");
        }
    }
}
