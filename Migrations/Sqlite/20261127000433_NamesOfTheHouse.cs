using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <summary>
    /// Tables and columns get the names that people use: returns and staff lists. Written by hand, because the tool would have dropped what it
    /// did not recognise: everything is renamed, with what the audit and the imports say of it, and nothing is lost.
    /// </summary>
    public partial class NamesOfTheHouse : Migration
    {
        private static readonly (string From, string To)[] Tables =
        [
            ("GapAssessments", "Returns"),
            ("AssessmentAnswers", "ReturnAnswers"),
            ("AssessmentEvents", "ReturnEvents"),
            ("AssessmentShares", "ReturnShares"),
            ("RosterVersions", "StaffListVersions"),
        ];

        private static readonly (string Table, string From, string To)[] Columns =
        [
            ("ReturnAnswers", "AssessmentId", "ReturnId"),
            ("ReturnEvents", "AssessmentId", "ReturnId"),
            ("ReturnShares", "AssessmentId", "ReturnId"),
            ("GapLines", "AssessmentId", "ReturnId"),
            ("GapActions", "AssessmentId", "ReturnId"),
            ("CostLines", "AssessmentId", "ReturnId"),
            ("ReviewComments", "AssessmentId", "ReturnId"),
            ("Imports", "RosterSize", "StaffListSize"),
            ("Imports", "RosterConfirmedBefore", "StaffListConfirmedBefore"),
            ("Agencies", "RosterConfirmedOn", "StaffListConfirmedOn"),
        ];

        private static readonly (string Table, string From, string To)[] Indexes =
        [
            ("Returns", "IX_GapAssessments_AgencyId_SentAt", "IX_Returns_AgencyId_SentAt"),
            ("Returns", "IX_GapAssessments_CycleId_AgencyId_Number", "IX_Returns_CycleId_AgencyId_Number"),
            ("Returns", "IX_GapAssessments_PartnershipId", "IX_Returns_PartnershipId"),
            ("ReturnAnswers", "IX_AssessmentAnswers_EvidenceId", "IX_ReturnAnswers_EvidenceId"),
            ("ReturnAnswers", "IX_AssessmentAnswers_QuestionId", "IX_ReturnAnswers_QuestionId"),
            ("ReturnAnswers", "IX_AssessmentAnswers_AssessmentId", "IX_ReturnAnswers_ReturnId"),
            ("ReturnAnswers", "IX_AssessmentAnswers_AssessmentId_QuestionId", "IX_ReturnAnswers_ReturnId_QuestionId"),
            ("ReturnEvents", "IX_AssessmentEvents_AssessmentId", "IX_ReturnEvents_ReturnId"),
            ("ReturnShares", "IX_AssessmentShares_AssessmentId", "IX_ReturnShares_ReturnId"),
            ("ReturnShares", "IX_AssessmentShares_AssessmentId_UserId_Section", "IX_ReturnShares_ReturnId_UserId_Section"),
            ("ReturnShares", "IX_AssessmentShares_UserId", "IX_ReturnShares_UserId"),
            ("GapLines", "IX_GapLines_AssessmentId", "IX_GapLines_ReturnId"),
            ("GapActions", "IX_GapActions_AssessmentId", "IX_GapActions_ReturnId"),
            ("CostLines", "IX_CostLines_AssessmentId", "IX_CostLines_ReturnId"),
            ("ReviewComments", "IX_ReviewComments_AssessmentId", "IX_ReviewComments_ReturnId"),
        ];

        private static readonly (string From, string To)[] Kinds =
        [
            ("GapAssessment", "AgencyReturn"),
            ("AssessmentAnswer", "ReturnAnswer"),
            ("AssessmentShare", "ReturnShare"),
            ("AssessmentEvent", "ReturnEvent"),
        ];

        private static readonly (string From, string To)[] Fields =
        [
            ("RosterConfirmedOn", "StaffListConfirmedOn"),
            ("RosterSize", "StaffListSize"),
            ("RosterConfirmedBefore", "StaffListConfirmedBefore"),
            ("AssessmentId", "ReturnId"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (from, to) in Tables) migrationBuilder.RenameTable(name: from, newName: to);
            foreach (var (table, from, to) in Columns) migrationBuilder.RenameColumn(name: from, table: table, newName: to);
            foreach (var (table, from, to) in Indexes) migrationBuilder.RenameIndex(name: from, table: table, newName: to);
            migrationBuilder.AddColumn<string>(
                name: "Resolution",
                table: "Partnerships",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);
            migrationBuilder.CreateTable(
                name: "DefaultQuestions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Descriptors = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefaultQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DefaultQuestions_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateTable(
                name: "StaffListConfirmations",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffListConfirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffListConfirmations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StaffListConfirmations_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateTable(
                name: "TrainingCommitments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingCommitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingCommitments_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateTable(
                name: "UsualPrices",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsualPrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UsualPrices_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.CreateIndex(
                name: "IX_DefaultQuestions_PartnershipId_Code",
                table: "DefaultQuestions",
                columns: new[] { "PartnershipId", "Code" },
                unique: true);
            migrationBuilder.CreateIndex(
                name: "IX_StaffListConfirmations_AgencyId",
                table: "StaffListConfirmations",
                column: "AgencyId");
            migrationBuilder.CreateIndex(
                name: "IX_StaffListConfirmations_PartnershipId_SaidOn",
                table: "StaffListConfirmations",
                columns: new[] { "PartnershipId", "SaidOn" });
            migrationBuilder.CreateIndex(
                name: "IX_TrainingCommitments_PartnershipId_Number",
                table: "TrainingCommitments",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);
            migrationBuilder.CreateIndex(
                name: "IX_UsualPrices_PartnershipId_Kind",
                table: "UsualPrices",
                columns: new[] { "PartnershipId", "Kind" },
                unique: true);

            // What the audit said of each list, until now the only place where earlier confirmations stood; else what the agency says itself.
            migrationBuilder.Sql("""
            INSERT INTO "StaffListConfirmations" ("Id", "PartnershipId", "AgencyId", "SaidOn", "ConfirmedOn")
            SELECT c."Id", a."PartnershipId", a."Id", date(e."At"), c."New"
            FROM "AuditChanges" c JOIN "AuditEntries" e ON e."Id" = c."EntryId" JOIN "Agencies" a ON a."Id" = c."EntityId"
            WHERE c."Entity" = 'Agency' AND c."Field" = 'RosterConfirmedOn' AND e."PartOf" IS NULL;
            """);
            migrationBuilder.Sql("""
            INSERT INTO "StaffListConfirmations" ("Id", "PartnershipId", "AgencyId", "SaidOn", "ConfirmedOn")
            SELECT randomblob(16), a."PartnershipId", a."Id", a."StaffListConfirmedOn", a."StaffListConfirmedOn" FROM "Agencies" a
            WHERE a."StaffListConfirmedOn" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "StaffListConfirmations" c WHERE c."AgencyId" = a."Id");
            """);
            foreach (var (from, to) in Kinds) Say(migrationBuilder, "AuditChanges", "Entity", from, to);
            foreach (var (from, to) in Fields) Say(migrationBuilder, "AuditChanges", "Field", from, to);
            Say(migrationBuilder, "Imports", "Kind", "Roster", "StaffList");
            Say(migrationBuilder, "ImportMappings", "Kind", "Roster", "StaffList");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            Say(migrationBuilder, "ImportMappings", "Kind", "StaffList", "Roster");
            Say(migrationBuilder, "Imports", "Kind", "StaffList", "Roster");
            foreach (var (from, to) in Fields) Say(migrationBuilder, "AuditChanges", "Field", to, from);
            foreach (var (from, to) in Kinds) Say(migrationBuilder, "AuditChanges", "Entity", to, from);
            migrationBuilder.DropTable(name: "UsualPrices");
            migrationBuilder.DropTable(name: "TrainingCommitments");
            migrationBuilder.DropTable(name: "StaffListConfirmations");
            migrationBuilder.DropTable(name: "DefaultQuestions");
            migrationBuilder.DropColumn(name: "Resolution", table: "Partnerships");
            foreach (var (table, from, to) in Indexes) migrationBuilder.RenameIndex(name: to, table: table, newName: from);
            foreach (var (table, from, to) in Columns) migrationBuilder.RenameColumn(name: to, table: table, newName: from);
            foreach (var (from, to) in Tables) migrationBuilder.RenameTable(name: to, newName: from);
        }

        private static void Say(MigrationBuilder migrationBuilder, string table, string column, string from, string to) =>
            migrationBuilder.Sql($"UPDATE \"{table}\" SET \"{column}\" = '{to}' WHERE \"{column}\" = '{from}';");
    }
}
