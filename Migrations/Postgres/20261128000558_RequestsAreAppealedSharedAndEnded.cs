using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RequestsAreAppealedSharedAndEnded : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EndedBecause",
                table: "TrainingOrders",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "TrainingOrders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCancelled",
                table: "TrainingOrders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Kept",
                table: "TrainingOrders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Kept",
                table: "FundingCommitments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "AppealWorkingDays",
                table: "CommissioningTerms",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "UrgentDays",
                table: "CommissioningTerms",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskBy",
                table: "CommissioningRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommissionedOn",
                table: "CommissioningRequests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Urgency",
                table: "CommissioningRequests",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RequestAppeals",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Against = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_RequestHelpers_RequestId_UserId_Part",
                table: "RequestHelpers",
                columns: new[] { "RequestId", "UserId", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestHelpers_UserId",
                table: "RequestHelpers",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RequestAppeals");

            migrationBuilder.DropTable(
                name: "RequestHelpers");

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
