using Approvals;

var builder = WebApplication.CreateBuilder(args);
builder.AddApprovals();

var app = builder.Build();
app.UseApprovals();
app.Run();
