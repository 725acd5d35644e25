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

local function about(question)
  return { textDocument = vim.lsp.util.make_text_document_params(0), question = question }
end

-- The answer in a window; the sentences that it rests on in the location list (:lopen, :lnext).
local function ask(question)
  vim.lsp.buf_request(0, "delegation/ask", about(question), function(err, asked)
    if err then
      vim.notify(err.message, vim.log.levels.ERROR)
      return
    end
    local places = vim.tbl_map(function(place) return place.location end, asked.places)
    vim.fn.setloclist(0, {}, " ", { title = asked.question, items = vim.lsp.util.locations_to_items(places, "utf-16") })
    float(asked.text)
  end)
end

-- Keeps the answer to a question as a scenario.
local function keep(question)
  vim.lsp.buf_request(0, "delegation/keep", about(question), function(err, edit)
    if err then
      vim.notify(err.message, vim.log.levels.ERROR)
    else
      vim.lsp.util.apply_workspace_edit(edit, "utf-16")
    end
  end)
end

-- What may come in a question on the command line. The last word of it is what the editor replaces.
local function complete(last, line, position)
  local question = line:sub(1, position):gsub("^%s*%S+%s+", "")
  local params = about(question)
  params.character = vim.str_utfindex and select(2, vim.str_utfindex(question)) or #question
  local found = {}
  for _, answer in pairs(vim.lsp.buf_request_sync(0, "delegation/completeQuestion", params, 2000) or {}) do
    for _, item in ipairs(answer.result and answer.result.items or {}) do
      local start = vim.str_byteindex(question, item.textEdit.range.start.character, true)
      table.insert(found, ((question:sub(1, start) .. item.textEdit.newText):sub(#question - #last + 1):gsub("%s+$", "")))
    end
  end
  return found
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
    ask(given.args)
  end, { nargs = "+", complete = complete, desc = "Ask who may decide" })
  vim.api.nvim_buf_create_user_command(buffer, "DelegationKeep", function(given)
    keep(given.args)
  end, { nargs = "+", complete = complete, desc = "Keep the answer to a question as a scenario" })
  vim.api.nvim_buf_create_user_command(buffer, "DelegationScenarios", function()
    run("delegation.server.scenarios", {}, float)
  end, { desc = "Run the scenarios" })
  vim.api.nvim_buf_create_user_command(buffer, "DelegationChanges", function()
    run("delegation.server.changes", {}, float)
  end, { desc = "Tell what has changed in who may decide what" })
end

return M
