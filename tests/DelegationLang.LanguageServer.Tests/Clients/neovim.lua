-- Works at a scheme as an author would, and writes down what came of it.
local result = {}

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    error("waited in vain for " .. what)
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
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end

local function at(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(0), position = { line = line, character = character } }
end

local function line_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(words, 1, true)
    if start then
      return number - 1, start - 1
    end
  end
  error("no line holds " .. words)
end

local fine, trouble = pcall(function()
  vim.cmd("edit " .. vim.env.SCHEME_FOLDER .. "/main.delegation")
  result.filetype = vim.bo.filetype
  wait("the server", function()
    for _, client in pairs(vim.lsp.buf_get_clients(0)) do
      return client.initialized or client.server_capabilities
    end
  end)

  -- A mistake, typed at the end.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "ICB delegates podiatry to Locality Manager." })
  wait("the mistake to be reported", function() return reported("is not declared anywhere") end)
  result.reported = reported("is not declared anywhere").message

  -- Its fix.
  local line, character = line_of("Locality Manager")
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

  -- Completion of what an author types.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "ICB delegates podiatry to Place D" })
  local last = vim.api.nvim_buf_line_count(0) - 1
  result.completions = {}
  for _, item in ipairs(request("textDocument/completion", at(last, 33)).items) do
    table.insert(result.completions, item.label)
  end
  vim.api.nvim_buf_set_lines(0, last - 1, -1, false, {})

  -- Hover, definition and rename.
  line, character = line_of("Place Committee Leeds delegates")
  result.hover = request("textDocument/hover", at(line, character + 2)).contents.value
  result.definition = request("textDocument/definition", at(line, character + 2))[1].uri
  local rename = at(line, character + 2)
  rename.newName = "Leeds Committee"
  vim.lsp.util.apply_workspace_edit(request("textDocument/rename", rename), "utf-16")
  result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end)

result.trouble = not fine and tostring(trouble) or nil
vim.fn.writefile({ vim.json.encode(result) }, vim.env.SCHEME_RESULT)
vim.cmd("qall!")
