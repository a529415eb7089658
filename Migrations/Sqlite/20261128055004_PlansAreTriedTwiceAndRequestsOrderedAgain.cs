using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlansAreTriedTwiceAndRequestsOrderedAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TrainingOrders_RequestId",
                table: "TrainingOrders");

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "TrainingPlans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Typed",
                table: "TrainingPlans",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Places",
                table: "TrainingOrders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptBackTests",
                columns: table => new
                {
                    PartnershipId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FrameworkId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StaffLists = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptBackTests", x => x.PartnershipId);
                    table.ForeignKey(
                        name: "FK_KeptBackTests_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_RequestId",
                table: "TrainingOrders",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_Standing",
                table: "TrainingOrders",
                column: "RequestId",
                unique: true,
                filter: "\"EndedOn\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptBackTests");

            migrationBuilder.DropIndex(
                name: "IX_TrainingOrders_RequestId",
                table: "TrainingOrders");

            migrationBuilder.DropIndex(
                name: "IX_TrainingOrders_Standing",
                table: "TrainingOrders");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "TrainingPlans");

            migrationBuilder.DropColumn(
                name: "Typed",
                table: "TrainingPlans");

            migrationBuilder.DropColumn(
                name: "Places",
                table: "TrainingOrders");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingOrders_RequestId",
                table: "TrainingOrders",
                column: "RequestId",
                unique: true);
        }
    }
}
