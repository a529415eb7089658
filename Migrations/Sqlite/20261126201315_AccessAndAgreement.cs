using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccessAndAgreement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Imports_Files_FileId",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "UploaderStaffId",
                table: "Imports");

            migrationBuilder.AddColumn<DateOnly>(
                name: "SignedInOn",
                table: "Users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AgencyId",
                table: "TrainingRecords",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "FileId",
                table: "Imports",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AddColumn<int>(
                name: "AskedCount",
                table: "Imports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "AgencyId",
                table: "Files",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "PartOf",
                table: "AuditEntries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BelievedClocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BelievedClocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostRequests",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StaffId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JobTitleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ManagerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ImportId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LinkHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostRequests_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostRequests_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostRequests_JobTitles_JobTitleId",
                        column: x => x.JobTitleId,
                        principalTable: "JobTitles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostRequests_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostRequests_Staff_ManagerId",
                        column: x => x.ManagerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostRequests_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedHow = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MembershipId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UserSessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_AgencyId",
                table: "TrainingRecords",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_AgencyId",
                table: "Files",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_Hash",
                table: "Files",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PartOf",
                table: "AuditEntries",
                column: "PartOf");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_AgencyId_StaffId",
                table: "PostRequests",
                columns: new[] { "AgencyId", "StaffId" },
                unique: true,
                filter: "\"State\" = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_ImportId",
                table: "PostRequests",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_JobTitleId",
                table: "PostRequests",
                column: "JobTitleId");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_LinkHash",
                table: "PostRequests",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_ManagerId",
                table: "PostRequests",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_PartnershipId",
                table: "PostRequests",
                column: "PartnershipId");

            migrationBuilder.CreateIndex(
                name: "IX_PostRequests_StaffId",
                table: "PostRequests",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_MembershipId",
                table: "UserSessions",
                column: "MembershipId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_UserId",
                table: "UserSessions",
                column: "UserId");

            migrationBuilder.AddForeignKey(
                name: "FK_Files_Agencies_AgencyId",
                table: "Files",
                column: "AgencyId",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Imports_Files_FileId",
                table: "Imports",
                column: "FileId",
                principalTable: "Files",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_TrainingRecords_Agencies_AgencyId",
                table: "TrainingRecords",
                column: "AgencyId",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Files_Agencies_AgencyId",
                table: "Files");

            migrationBuilder.DropForeignKey(
                name: "FK_Imports_Files_FileId",
                table: "Imports");

            migrationBuilder.DropForeignKey(
                name: "FK_TrainingRecords_Agencies_AgencyId",
                table: "TrainingRecords");

            migrationBuilder.DropTable(
                name: "BelievedClocks");

            migrationBuilder.DropTable(
                name: "PostRequests");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropIndex(
                name: "IX_TrainingRecords_AgencyId",
                table: "TrainingRecords");

            migrationBuilder.DropIndex(
                name: "IX_Files_AgencyId",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_Files_Hash",
                table: "Files");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_PartOf",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "SignedInOn",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "AgencyId",
                table: "TrainingRecords");

            migrationBuilder.DropColumn(
                name: "AskedCount",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "AgencyId",
                table: "Files");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "AuditEntries");

            migrationBuilder.AlterColumn<byte[]>(
                name: "FileId",
                table: "Imports",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "UploaderStaffId",
                table: "Imports",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Imports_Files_FileId",
                table: "Imports",
                column: "FileId",
                principalTable: "Files",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
