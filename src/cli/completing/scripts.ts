// What a shell reads so that it completes the words of `gradus`: it asks the program itself, so that decks and units are known too.

export type Shell = 'bash' | 'zsh' | 'fish';

export const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

/**
 * The program answers a line `word<tab>about` for each candidate; a line `:files` says that files may stand there too.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
	bash: `# Completion of gradus for bash. In ~/.bashrc:  eval "$(gradus completion bash)"
_gradus() {
	local line word part files='' at
	local -a words=()
	# Bash takes --format=json for three words.
	for ((at = 1; at <= COMP_CWORD; at++)); do
		word=\${COMP_WORDS[at]}
		if [[ \${#words[@]} -gt 0 && ($word == = || \${COMP_WORDS[at - 1]} == =) ]]; then
			words[\${#words[@]}-1]+=$word
		else
			words+=("$word")
		fi
	done
	part=\${words[\${#words[@]}-1]}
	part=\${part%"\${part##*=}"}
	COMPREPLY=()
	while IFS= read -r line; do
		line=\${line%%$'\\t'*}
		if [[ $line == :files ]]; then files=yes; else COMPREPLY+=("\${line#"$part"}"); fi
	done < <(gradus __complete -- "\${words[@]}" 2>/dev/null)
	if [[ -n $files ]]; then
		while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
		compopt -o filenames 2>/dev/null
	fi
	if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _gradus gradus
`,
	zsh: `#compdef gradus
# Completion of gradus for zsh. In ~/.zshrc, below compinit:  eval "$(gradus completion zsh)"
_gradus() {
	local line files=''
	local -a candidates
	while IFS= read -r line; do
		if [[ $line == :files ]]; then
			files=yes
		else
			candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
		fi
	done < <(gradus __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
	(( \${#candidates} )) && _describe 'gradus' candidates
	[[ -n $files ]] && _files
}
compdef _gradus gradus
`,
	fish: `# Completion of gradus for fish. Once:  gradus completion fish > ~/.config/fish/completions/gradus.fish
function __gradus_complete
	set -l words (commandline -opc)
	gradus __complete -- $words[2..] (commandline -ct) 2>/dev/null | while read -l line
		if test "$line" = ":files"
			__fish_complete_path (commandline -ct)
		else
			echo $line
		end
	end
end
complete -c gradus -f -a '(__gradus_complete)'
`,
};
