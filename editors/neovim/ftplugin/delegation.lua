vim.bo.commentstring = "// %s"
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.wo.wrap = true
vim.wo.linebreak = true

require("delegation").attach(0)
