using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RosterVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ComparedOn",
                table: "Imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ComparedVersion",
                table: "Imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RosterVersions",
                columns: table => new
                {
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterVersions", x => x.PartnershipId);
                    table.ForeignKey(
                        name: "FK_RosterVersions_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RosterVersions");

            migrationBuilder.DropColumn(
                name: "ComparedOn",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "ComparedVersion",
                table: "Imports");
        }
    }
}
