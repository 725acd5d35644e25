-- The language server of schemes of delegation. Works from Neovim 0.7 on, without any other plugin.
--
--   vim.g.delegation_command = { "delegation" }                     -- how the tool is started
--   vim.g.delegation_as_of = "2026-04-01"                           -- the day that "today" means; none for the real one

local M = {}

local clients = {}

local function command()
  local words = vim.deepcopy(vim.g.delegation_command or { "delegation" })
  table.insert(words, "lsp")
  if vim.g.delegation_as_of then
    vim.list_extend(words, { "--as-of", vim.g.delegation_as_of })
  end
  return words
end

-- The nearest folder with a delegation.json, or else that of the file.
local function root(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local found = vim.fn.findfile("delegation.json", folder .. ";")
  return found ~= "" and vim.fn.fnamemodify(found, ":p:h") or folder
end

local function run(name, arguments, show)
  local uri = vim.uri_from_bufnr(0)
  vim.lsp.buf_request(0, "workspace/executeCommand", { command = name, arguments = vim.list_extend({ uri }, arguments) }, function(err, result)
    if err then
      vim.notify(err.message, vim.log.levels.ERROR)
    elseif result then
      show(result)
    end
  end)
end

local function float(text)
  vim.lsp.util.open_floating_preview(vim.split(text, "\n"), "", { border = "rounded", focus_id = "delegation" })
end

-- What a lens runs when somebody chooses it.
if vim.lsp.commands then
  vim.lsp.commands["delegation.showAnswer"] = function(chosen)
    float(table.concat(chosen.arguments or {}, "\n\n"))
  end
end

function M.attach(buffer)
  buffer = buffer == 0 and vim.api.nvim_get_current_buf() or buffer
  local folder = root(vim.api.nvim_buf_get_name(buffer))
  local id = clients[folder]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client({ name = "delegation", cmd = command(), root_dir = folder })
    clients[folder] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
    vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  end

  vim.api.nvim_buf_create_user_command(buffer, "DelegationAsk", function(given)
    run("delegation.server.ask", { given.args }, float)
  end, { nargs = "+", desc = "Ask who may decide" })
  vim.api.nvim_buf_create_user_command(buffer, "DelegationScenarios", function()
    run("delegation.server.scenarios", {}, float)
  end, { desc = "Run the scenarios" })
  vim.api.nvim_buf_create_user_command(buffer, "DelegationChanges", function()
    run("delegation.server.changes", {}, float)
  end, { desc = "Tell what has changed in who may decide what" })
end

return M
