using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ImportsSayWhatTheyLeaveOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ConfirmsStaffList",
                table: "Imports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Dates",
                table: "Imports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DatesExample",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EveryonesTitle",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NotCountedCount",
                table: "Imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "NotedCount",
                table: "Imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Sheet",
                table: "Imports",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sheets",
                table: "Imports",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Line",
                table: "ImportRows",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ManagerNote",
                table: "ImportRows",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NotCounted",
                table: "ImportRows",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "ImportRows",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConfirmsStaffList",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Dates",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "DatesExample",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "EveryonesTitle",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "NotCountedCount",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "NotedCount",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Sheet",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Sheets",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Line",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "ManagerNote",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "NotCounted",
                table: "ImportRows");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ImportRows");
        }
    }
}
