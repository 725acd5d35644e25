" The words of the language, written from the compiler's own table.
if exists('b:current_syntax')
  finish
endif

syntax match delegationKeyword /\<at\>/
syntax match delegationKeyword /\<by\>/
syntax match delegationKeyword /\<is\>/
syntax match delegationKeyword /\<on\>/
syntax match delegationKeyword /\<or\>/
syntax match delegationKeyword /\<to\>/
syntax match delegationKeyword /\<for\>/
syntax match delegationKeyword /\<may\>/
syntax match delegationKeyword /\<per\>/
syntax match delegationKeyword /\<use\>/
syntax match delegationKeyword /\<from\>/
syntax match delegationKeyword /\<note\>/
syntax match delegationKeyword /\<when\>/
syntax match delegationKeyword /\<with\>/
syntax match delegationKeyword /\<above\>/
syntax match delegationKeyword /\<below\>/
syntax match delegationKeyword /\<under\>/
syntax match delegationKeyword /\<until\>/
syntax match delegationKeyword /\<up\_s\+to\>/
syntax match delegationKeyword /\<worth\>/
syntax match delegationKeyword /\<before\>/
syntax match delegationKeyword /\<decide\>/
syntax match delegationKeyword /\<except\>/
syntax match delegationKeyword /\<limits\>/
syntax match delegationKeyword /\<unless\>/
syntax match delegationKeyword /\<within\>/
syntax match delegationKeyword /\<advises\>/
syntax match delegationKeyword /\<because\>/
syntax match delegationKeyword /\<between\>/
syntax match delegationKeyword /\<may\_s\+not\>/
syntax match delegationKeyword /\<stating\>/
syntax match delegationKeyword /\<version\>/
syntax match delegationKeyword /\<without\>/
syntax match delegationKeyword /\<at\_s\+least\>/
syntax match delegationKeyword /\<concerns\>/
syntax match delegationKeyword /\<consults\>/
syntax match delegationKeyword /\<covering\>/
syntax match delegationKeyword /\<entrusts\>/
syntax match delegationKeyword /\<in\_s\+force\>/
syntax match delegationKeyword /\<in\_s\+total\>/
syntax match delegationKeyword /\<known\_s\+as\>/
syntax match delegationKeyword /\<no\_s\+limit\>/
syntax match delegationKeyword /\<oversees\>/
syntax match delegationKeyword /\<per\_s\+year\>/
syntax match delegationKeyword /\<reserves\>/
syntax match delegationKeyword /\<scenario\>/
syntax match delegationKeyword /\<delegates\>/
syntax match delegationKeyword /\<deputises\>/
syntax match delegationKeyword /\<hosted\_s\+by\>/
syntax match delegationKeyword /\<including\>/
syntax match delegationKeyword /\<judged\_s\+by\>/
syntax match delegationKeyword /\<places\_s\+of\>/
syntax match delegationKeyword /\<reference\>/
syntax match delegationKeyword /\<review\_s\+by\>/
syntax match delegationKeyword /\<unlimited\>/
syntax match delegationKeyword /\<with\_s\+code\>/
syntax match delegationKeyword /\<any\_s\+amount\>/
syntax match delegationKeyword /\<chaired\_s\+by\>/
syntax match delegationKeyword /\<matters\_s\+of\>/
syntax match delegationKeyword /\<recommends\>/
syntax match delegationKeyword /\<subject\_s\+to\>/
syntax match delegationKeyword /\<supersedes\>/
syntax match delegationKeyword /\<approved\_s\+by\>/
syntax match delegationKeyword /\<attended\_s\+by\>/
syntax match delegationKeyword /\<deciding\_s\+by\>/
syntax match delegationKeyword /\<ratified\_s\+by\>/
syntax match delegationKeyword /\<recorded\_s\+in\>/
syntax match delegationKeyword /\<reserved\_s\+to\>/
syntax match delegationKeyword /\<temporarily\>/
syntax match delegationKeyword /\<with\_s\+quorum\>/
syntax match delegationKeyword /\<functions\_s\+of\>/
syntax match delegationKeyword /\<jointly\_s\+with\>/
syntax match delegationKeyword /\<per\_s\+contract\>/
syntax match delegationKeyword /\<per\_s\+decision\>/
syntax match delegationKeyword /\<published\_s\+at\>/
syntax match delegationKeyword /\<reporting\_s\+to\>/
syntax match delegationKeyword /\<the\_s\+lower\_s\+of\>/
syntax match delegationKeyword /\<with\_s\+members\>/
syntax match delegationKeyword /\<by\_s\+consent\_s\+of\>/
syntax match delegationKeyword /\<excluding\_s\+VAT\>/
syntax match delegationKeyword /\<if\_s\+not\_s\+agreed\>/
syntax match delegationKeyword /\<including\_s\+VAT\>/
syntax match delegationKeyword /\<is\_s\+decided\_s\+by\>/
syntax match delegationKeyword /\<normally\_s\+true\>/
syntax match delegationKeyword /\<proposed\_s\+from\>/
syntax match delegationKeyword /\<which\_s\+goes\_s\+to\>/
syntax match delegationKeyword /\<interpreted\_s\+by\>/
syntax match delegationKeyword /\<is\_s\+reserved\_s\+to\>/
syntax match delegationKeyword /\<normally\_s\+false\>/
syntax match delegationKeyword /\<to\_s\+delegate\_s\+to\>/
syntax match delegationKeyword /\<responsible\_s\+for\>/
syntax match delegationKeyword /\<takes\_s\+over\_s\+from\>/
syntax match delegationKeyword /\<after\_s\+consulting\>/
syntax match delegationKeyword /\<also\_s\+searched\_s\+as\>/
syntax match delegationKeyword /\<even\_s\+if\_s\+reserved\>/
syntax match delegationKeyword /\<every\_s\+delegation\>/
syntax match delegationKeyword /\<takes\_s\+no\_s\+part\_s\+in\>/
syntax match delegationKeyword /\<after\_s\+approval\_s\+of\>/
syntax match delegationKeyword /\<with\_s\+casting\_s\+vote\_s\+of\>/
syntax match delegationKeyword /\<with\_s\+reserved\_s\+matters\>/
syntax match delegationKeyword /\<held\_s\+by\_s\+several\_s\+people\>/
syntax match delegationKeyword /\<with\_s\+power\_s\+to\_s\+delegate\>/
syntax match delegationKeyword /\<after\_s\+recommendation\_s\+of\>/
syntax match delegationKeyword /\<without\_s\+power\_s\+to\_s\+delegate\>/
syntax match delegationKeyword /\<subject\_s\+to\_s\+reserved\_s\+matters\>/
syntax match delegationKeyword /\(\<\(to\|with\|of\|consulting\)\s\)\@<=\(either\|both\|\(any\s\+\)\?\(one\|two\|three\|four\|five\|six\|seven\|eight\|nine\|ten\)\s\+of\)\>/
syntax match delegationKeyword /\<\(acting\s\+\)\?\(together\|jointly\)\>\(\s*[.,;]\|\s*$\)\@=/
syntax match delegationTitle /\c^\s*\(scheme\|section\)\s.*$/
syntax match delegationNumber /\(£\|\<\)\d[0-9,.\/-]*\(\s*\(k\|m\|bn\|million\|billion\|%\)\)\?/
syntax match delegationString /["“][^"”]*["”]/
syntax match delegationComment /\(^\|\s\)\@<=\/\/.*$/

highlight default link delegationKeyword Keyword
highlight default link delegationTitle Title
highlight default link delegationNumber Number
highlight default link delegationString String
highlight default link delegationComment Comment

let b:current_syntax = 'delegation'
