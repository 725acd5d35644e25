-- Works at a scheme as an author would, and writes down what came of it.
local result = {}

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    error("waited in vain for " .. what .. "; reported: " .. vim.inspect(vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))))
  end
end

local function reported(words)
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.message:find(words, 1, true) then
      return diagnostic
    end
  end
end

local function request(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 60000), "no answer to " .. method)
  for _, answer in pairs(answers) do
    assert(not answer.err and not answer.error, vim.inspect(answer))
    return answer.result
  end
end

local function at(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = line, character = character } }
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function place_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(words, 1, true)
    if start then
      return number - 1, start - 1
    end
  end
  error("no line holds " .. words)
end

-- Keys as somebody presses them, one after the other.
local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "tx", false)
end

local function attached()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
  return next(clients) ~= nil
end

local fine, trouble = pcall(function()
  vim.cmd("edit " .. vim.env.SCHEME_FOLDER .. "/main.delegation")
  result.filetype = vim.bo.filetype
  wait("the server", attached)

  -- A mistake, typed at the end.
  press("Go<CR>ICB delegates podiatry to Locality Manager up to £5,000.<Esc>")
  wait("the mistake to be reported", function() return reported("is not declared anywhere") end)
  result.reported = reported("is not declared anywhere").message

  -- Its fix.
  local line, character = place_of("Locality Manager")
  local params = at(line, character)
  params.range = { start = params.position, ["end"] = params.position }
  params.context = { diagnostics = {} }
  for _, action in ipairs(request("textDocument/codeAction", params)) do
    if action.title:find("^Declare it") then
      result.action = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
      break
    end
  end
  wait("the mistake to be mended", function() return not reported("is not declared anywhere") end)

  -- Completion of what is being typed, by the editor's own way of asking for it.
  press("Go<CR>ICB delegates podiatry to Place D<Esc>")
  local last = vim.api.nvim_buf_line_count(0) - 1
  result.completions = {}
  for _, item in ipairs(request("textDocument/completion", at(last, #vim.api.nvim_buf_get_lines(0, last, last + 1, false)[1])).items) do
    table.insert(result.completions, item.label)
  end
  result.omnifunc = vim.bo.omnifunc
  press("Gdkdd")

  -- Hover, definition, and a rename, which reaches into a file that is not open.
  line, character = place_of("Place Committee Leeds delegates")
  result.hover = request("textDocument/hover", at(line, character + 2)).contents.value
  result.definition = request("textDocument/definition", at(line, character + 2))[1].uri
  local rename = at(line, character + 2)
  rename.newName = "Leeds Committee"
  vim.lsp.util.apply_workspace_edit(request("textDocument/rename", rename), "utf-16")
  result.renamed = text()
  vim.cmd("wall")

  -- A sentence that stands askew is laid out, by the editor's own command.
  line = place_of("Leeds Committee delegates")
  vim.api.nvim_buf_set_lines(0, line, line + 1, false, { "Leeds   Committee    delegates podiatry  to Place Director Leeds" })
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 60000 })
  else
    vim.lsp.buf.formatting_sync(nil, 60000)
  end
  result.formatted = text()

  -- A question, with what may come in it, and the sentences of its answer in the location list.
  result.offered = vim.fn.getcompletion("DelegationAsk who decides pod", "cmdline")
  result.offered_later = vim.fn.getcompletion("DelegationAsk who decides podiatry worth £400,000 at L", "cmdline")
  vim.cmd("DelegationAsk who decides podiatry?")
  wait("an answer", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        result.answer = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
        return true
      end
    end
  end)
  result.places = #vim.fn.getloclist(0)
  vim.cmd("DelegationKeep who decides closing a service?")
  wait("the scenario", function() return text():find("is reserved to Board", 1, true) ~= nil end)
  result.kept = text()
  vim.cmd("silent undo")
  vim.cmd("wall")
end)

result.trouble = not fine and tostring(trouble) or nil
vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.SCHEME_RESULT)
vim.cmd("qall!")
