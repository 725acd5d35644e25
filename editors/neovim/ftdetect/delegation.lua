vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.delegation",
  callback = function()
    vim.bo.filetype = "delegation"
  end,
})
