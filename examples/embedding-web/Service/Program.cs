using Approvals;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ContractRegister>();
builder.Services.AddSingleton<ApprovalDesk>();

var app = builder.Build();
app.MapApprovals();
app.Run();
