"""``zgrpc completion``: print the completion script for a shell."""

from __future__ import annotations

import click
from click.shell_completion import FishComplete

from zgrpc.cli.common import Command, examples

_VARIABLE = "_ZGRPC_COMPLETE"

# Speaks click's protocol for bash, but click's own script leaves `name=value` in the three words that bash makes of it,
# and adds a space after `name=`.
_BASH = r"""_zgrpc_completion() {
    local IFS=$'\n' words=() i type value current
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((i > 0)) && [[ ${COMP_WORDS[i]} == "=" || ${COMP_WORDS[i-1]} == "=" ]]; then
            words[${#words[@]}-1]+=${COMP_WORDS[i]}
        else
            words+=("${COMP_WORDS[i]}")
        fi
    done
    current=${words[${#words[@]}-1]}
    COMPREPLY=()
    while IFS=',' read -r type value; do
        case $type in
            dir | file) compopt -o default ;;
            plain)
                [[ $current == *=* ]] && value=${value#"${current%%=*}="}
                [[ $value == *[=.] ]] || value+=" "
                COMPREPLY+=("$value")
                ;;
        esac
    done < <(
        # By env, for bash exports no arrays, and COMP_WORDS is one.
        env _ZGRPC_COMPLETE=bash_complete COMP_WORDS="${words[*]}" COMP_CWORD=$((${#words[@]} - 1)) "$1" 2> /dev/null
    )
}
complete -o nosort -o nospace -F _zgrpc_completion zgrpc"""


# The same for zsh: click's own adds a space after `name=`.
_ZSH = r"""#compdef zgrpc
_zgrpc_completion() {
    local -a closed open response
    local type key help entry
    local -x _ZGRPC_COMPLETE=zsh_complete COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT - 1))
    response=("${(@f)$($words[1])}")
    for type key help in $response; do
        if [[ $type == plain ]]; then
            [[ $help == _ ]] && entry=$key || entry="$key:$help"
            [[ $key == *[=.] ]] && open+=("$entry") || closed+=("$entry")
        else
            _files
        fi
    done
    (( $#closed )) && _describe -V values closed -U
    (( $#open )) && _describe -V names open -U -S ''
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _zgrpc_completion "$@"
else
    compdef _zgrpc_completion zgrpc
fi"""


@click.command(
    "completion",
    cls=Command,
    epilog=examples(
        'eval "$(zgrpc completion bash)"                # in ~/.bashrc',
        'eval "$(zgrpc completion zsh)"                 # in ~/.zshrc, after compinit',
        "zgrpc completion fish > ~/.config/fish/completions/zgrpc.fish",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for a shell. It completes commands, options, RPCs, fields, filters and columns."""
    from zgrpc.cli.app import app

    if shell != "fish":
        click.echo({"bash": _BASH, "zsh": _ZSH}[shell])
        return
    click.echo(FishComplete(app, {}, "zgrpc", _VARIABLE).source())
